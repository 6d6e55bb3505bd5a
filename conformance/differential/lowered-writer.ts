import { AsyncWriter } from './async-writer.ts';
import type { Statement } from './program.ts';

/** Writes the code that TypeScript's lowering makes from the async style, so that it need not be compiled. */
export class LoweredWriter extends AsyncWriter {
  protected override head(
    name: string,
    kind: 'coroutine' | 'generator',
    parameters: string,
  ): readonly [string, string] {
    const made =
      kind === 'coroutine'
        ? `__awaiter(this, void 0, void 0, function* ${name}() {`
        : `__asyncGenerator(this, arguments, function* ${name}() {`;
    return [`function ${name}(${parameters}) { return ${made}`, '}); }'];
  }

  protected override inlineHead(parameter: string): readonly [string, string] {
    return [`(${parameter}) => __awaiter(void 0, void 0, void 0, function* () {`, '})'];
  }

  protected override wait(awaitable: string): string {
    return this.kind === 'generator' ? `yield __await(${awaitable})` : `yield ${awaitable}`;
  }

  protected override yield(value: string): string {
    return `yield yield __await(${value})`;
  }

  protected override forAwait({ name, of, body }: Extract<Statement, { do: 'for' }>): void {
    const [iterator, result, open, error, leave] = ['it', 'r', 'open', 'error', 'leave'].map((each) =>
      this.fresh(each),
    );
    this.line(`let ${iterator}, ${result}, ${open} = false, ${error}, ${leave};`);
    this.block('try {', '}', () => {
      const next = `${result} = ${this.wait(`${iterator}.next()`)}, !${result}.done`;
      this.block(`for (${iterator} = __asyncValues(${this.value(of)}); ${next}; ${open} = false) {`, '}', () => {
        this.line(`${open} = true;`);
        this.line(`${name} = ${result}.value;`);
        this.body(body);
      });
    });
    this.line(`catch (error) { ${error} = { error }; }`);
    const close = this.wait(`${leave}.call(${iterator})`);
    this.line(`finally { try { if (${open} && (${leave} = ${iterator}.return)) ${close}; }`);
    this.line(`finally { if (${error}) throw ${error}.error; } }`);
  }

  protected override using(statement: Extract<Statement, { do: 'with' }>): void {
    const [env, held] = [this.fresh('env'), this.fresh('held')];
    const [made, suffix] = this.entered(statement.manager);
    this.line(`const ${env} = { stack: [], error: void 0, hasError: false };`);
    this.block('try {', '}', () => {
      this.line(`const ${held} = __addDisposableResource(${env}, ${made}, true);`);
      if (statement.name !== undefined) this.line(`${statement.name} = ${held}${suffix};`);
      this.body(statement.body);
    });
    this.line(`catch (error) { ${env}.error = error; ${env}.hasError = true; }`);
    this.line(`finally { const left = __disposeResources(${env}); if (left) ${this.wait('left')}; }`);
  }
}
