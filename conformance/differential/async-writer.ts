import type { Statement, Expression } from './program.ts';
import { TypeScriptWriter } from './typescript-writer.ts';

/** Context managers that do not wait on entry and return themselves: `await using` takes them unchanged. */
const entersAtOnce: ReadonlySet<string> = new Set(['timeout', 'timeout_at', 'TaskGroup']);

/** Writes coroutines as async functions. */
export class AsyncWriter extends TypeScriptWriter {
  protected override head(
    name: string,
    kind: 'coroutine' | 'generator',
    parameters: string,
  ): readonly [string, string] {
    return [`async function${kind === 'generator' ? '*' : ''} ${name}(${parameters}) {`, '}'];
  }

  protected override inlineHead(parameter: string): readonly [string, string] {
    return [`async (${parameter}) => {`, '}'];
  }

  protected override wait(awaitable: string): string {
    return `await ${awaitable}`;
  }

  protected override yield(value: string): string {
    return `yield ${value}`;
  }

  /** As everywhere in JavaScript, `await` takes any value. */
  protected override mayBeNothing(value: string): string {
    return `awaitable(${value})`;
  }

  protected override forAwait({ name, of, body }: Extract<Statement, { do: 'for' }>): void {
    this.block(`for await (${name} of ${this.value(of)}) {`, '}', () => {
      this.body(body);
    });
  }

  protected override using(statement: Extract<Statement, { do: 'with' }>): void {
    const held = this.fresh('held');
    const [made, suffix] = this.entered(statement.manager);
    this.block('{', '}', () => {
      this.line(`await using ${held} = ${made};`);
      if (statement.name !== undefined) this.line(`${statement.name} = ${held}${suffix};`);
      this.body(statement.body);
    });
  }

  /** What `await using` holds, and how to get from there to what the manager returns. */
  protected entered(manager: Expression): readonly [made: string, suffix: string] {
    const made = this.value(manager);
    const atOnce =
      typeof manager === 'object' && manager !== null && 'asyncio' in manager && entersAtOnce.has(manager.asyncio);
    return atOnce ? [made, ''] : [`(${this.wait(`${this.import('enter')}(${made})`)})`, '.value'];
  }
}
