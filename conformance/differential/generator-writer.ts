import { TypeScriptWriter } from './typescript-writer.ts';

/** Writes coroutines as generator functions. */
export class GeneratorWriter extends TypeScriptWriter {
  protected override head(
    name: string,
    kind: 'coroutine' | 'generator',
    parameters: string,
  ): readonly [string, string] {
    const made = `function* ${name}(${parameters}) {`;
    return kind === 'coroutine' ? [made, '}'] : [`const ${name} = ${this.import('asyncGenerator')}(${made}`, '});'];
  }

  protected override inlineHead(parameter: string): readonly [string, string] {
    return [`function* (${parameter}) {`, '}'];
  }

  protected override wait(awaitable: string): string {
    return `yield* ${awaitable}`;
  }

  protected override yield(value: string): string {
    return `yield ${this.import('emit')}(${value})`;
  }

  /** `yield*` refuses nothing by itself. */
  protected override mayBeNothing(value: string): string {
    return value;
  }
}
