import { caught, passes } from './catch-kinds.ts';
import { isLocal, listNamesSet, type Body } from './program.ts';
import type { Expression, Options, ProgramFunction, Statement } from './program.ts';

/**
 * Writes statements in TypeScript; subclasses decide how coroutines are written. A long file, because all of it is methods of one
 * class that share its text and its indentation.
 */
export abstract class TypeScriptWriter {
  text = '';
  readonly imports = new Set<string>();
  /** The kind of the function that is being written. */
  protected kind: ProgramFunction['kind'] = 'callback';
  #indent = '';
  /** How many `catch` blocks surround the place. */
  #catches = 0;
  #names = 0;

  /** The text before and after the body of a coroutine or an async generator. */
  protected abstract head(name: string, kind: 'coroutine' | 'generator', parameters: string): readonly [string, string];
  /** The text before and after the body of a coroutine that is an argument. */
  protected abstract inlineHead(parameter: string): readonly [string, string];
  protected abstract wait(awaitable: string): string;
  protected abstract yield(value: string): string;
  /** `await` of something that may be absent. */
  protected abstract mayBeNothing(value: string): string;

  line(text: string): void {
    this.text += `${this.#indent}${text}\n`;
  }

  function({ name, kind, body }: ProgramFunction, futures: readonly string[]): void {
    const locals = [...listNamesSet(body)].filter(isLocal);
    const isMain = name === 'main';
    this.kind = kind;
    const [head, end] =
      kind === 'callback'
        ? [`function ${name}(...args) {`, '}']
        : kind === 'iterator'
          ? [`function* ${name}(n) {`, '}']
          : kind === 'blocking'
            ? [`function ${name}(n) {`, '}']
            : this.head(name, kind, isMain ? '' : 'n');
    this.block(head, end, () => {
      if (locals.length > 0) this.line(`let ${locals.join(', ')};`);
      if (isMain) {
        this.line(`loop = getRunningLoop();`);
        this.line(`loop.setExceptionHandler(handler);`);
        if (futures.length > 0) this.line(`${futures.join(' = ')} = finished(loop);`);
      }
      this.body(body);
    });
  }

  /** Records that a name of the scheduler is used, and returns it. */
  protected import(name: string): string {
    this.imports.add(name);
    return name;
  }

  protected block(head: string, end: string, write: () => void): void {
    this.line(head);
    const before = this.#indent;
    this.#indent += '  ';
    write();
    this.#indent = before;
    this.line(end);
  }

  protected body(body: Body): void {
    for (const statement of body) this.#statement(statement);
  }

  /** A name that nothing else has. */
  protected fresh(letter: string): string {
    return `${letter}${++this.#names}_`;
  }

  #statement(statement: Statement): void {
    switch (statement.do) {
      case 'print':
        this.line(`log(${this.#list(statement.values)});`);
        break;
      case 'evaluate':
        this.line(`${this.value(statement.value)};`);
        break;
      case 'set':
        this.line(`${statement.name} = ${this.value(statement.value)};`);
        break;
      case 'increase':
        this.line(`${statement.name} += 1;`);
        break;
      case 'throw':
        this.line(`throw ${this.value(statement.value)};`);
        break;
      case 'rethrow':
        this.line(`throw e${this.#catches};`);
        break;
      case 'return':
        this.line(statement.value === null ? 'return;' : `return ${this.value(statement.value)};`);
        break;
      case 'break':
        this.line('break;');
        break;
      case 'drop':
        this.line(`if (${statement.name}) ${this.import('abandon')}(${statement.name});`);
        this.line(`${statement.name} = undefined;`);
        break;
      case 'try':
        this.#try(statement);
        break;
      case 'if':
        this.#inside(`if (${this.value(statement.test)}) {`, statement.body);
        if (statement.else) this.#inside('else {', statement.else);
        break;
      case 'repeat': {
        const counter = this.fresh('i');
        this.#inside(`for (let ${counter} = 0; ${counter} < ${statement.times}; ${counter}++) {`, statement.body);
        break;
      }
      case 'for':
        if (statement.kind === 'plain')
          this.#inside(`for (${statement.name} of ${this.value(statement.of)}) {`, statement.body);
        else if (statement.kind === 'async') this.drive(statement);
        else this.forAwait(statement);
        break;
      case 'with':
        if (statement.using === true) this.using(statement);
        else this.with(statement);
        break;
    }
  }

  #inside(head: string, body: Body): void {
    this.block(head, '}', () => {
      this.body(body);
    });
  }

  #try(statement: Extract<Statement, { do: 'try' }>): void {
    const { catch: handler, finally: last } = statement;
    this.#inside('try {', statement.body);
    if (handler) {
      const error = `e${++this.#catches}`;
      caught[handler.kind].forEach((name) => this.import(name));
      this.block(`catch (${error}) {`, '}', () => {
        const pass = passes[handler.kind]?.(error);
        if (pass !== undefined) this.line(`if (${pass}) throw ${error};`);
        this.body(handler.body);
      });
      this.#catches--;
    }
    if (last) this.#inside('finally {', last);
  }

  /** Python's `async for`, which does not close an iterator when the loop is left. */
  protected drive({ name, of, body }: Extract<Statement, { do: 'for' }>): void {
    const [iterator, result] = [this.fresh('it'), this.fresh('r')];
    this.block(`for (const ${iterator} = ${this.value(of)}[Symbol.asyncIterator](); ; ) {`, '}', () => {
      this.line(`const ${result} = ${this.wait(`${iterator}.next()`)};`);
      this.line(`if (${result}.done) break;`);
      this.line(`${name} = ${result}.value;`);
      this.body(body);
    });
  }

  /** TypeScript's own loop, if the style has one. */
  protected forAwait(statement: Extract<Statement, { do: 'for' }>): void {
    this.drive(statement);
  }

  protected with({ manager, name, body }: Extract<Statement, { do: 'with' }>): void {
    const held = name === undefined ? '' : this.fresh('held');
    const [head, end] = this.inlineHead(held);
    const made = this.value(manager);
    const [before, after] = this.wait(`${this.import('asyncWith')}(${made}, \n`).split('\n') as [string, string];
    const kind = this.kind;
    this.kind = 'coroutine';
    this.block(`${before}${head}`, `${end})${after};`, () => {
      if (name !== undefined) this.line(`${name} = ${held};`);
      this.body(body);
    });
    this.kind = kind;
  }

  /** `await using`, if the style has that. */
  protected using(statement: Extract<Statement, { do: 'with' }>): void {
    this.with(statement);
  }

  protected value(value: Expression): string {
    if (typeof value !== 'object' || value === null) return typeof value === 'string' ? `'${value}'` : String(value);
    if ('name' in value) return value.name;
    if ('error' in value) return `e${this.#catches}`;
    if ('nothing' in value) return 'undefined';
    if ('infinity' in value) return 'Infinity';
    if ('boom' in value) return `new Boom('${value.boom}')`;
    if ('account' in value) return `new Account(${value.account})`;
    if ('later' in value) return `loop.time() + ${value.later}`;
    if ('thread' in value)
      return `${this.import('toThread')}(${this.#list([{ name: value.thread }, value.seconds, ...value.args])})`;
    if ('call' in value) return `${value.call}(${this.#list(value.args)})`;
    if ('method' in value && value.method.startsWith('call_')) return this.#scheduling(value);
    if ('method' in value) {
      const method = value.method === 'append' ? 'push' : toCamelCase(value.method);
      return `${this.value(value.of)}.${method}(${this.#arguments(value)})`;
    }
    if ('property' in value) return `${this.value(value.of)}.${toCamelCase(value.property)}`;
    if ('list' in value) return `[${this.#list(value.list)}]`;
    if ('await' in value) return `(${this.wait(this.#awaited(value.await))})`;
    if ('yield' in value) {
      const handed = this.value(value.yield);
      return `(${this.kind === 'iterator' ? `yield ${handed}` : this.yield(handed)})`;
    }
    if ('whether' in value) return `() => ${value.whether} >= ${value.atLeast}`;
    if ('collect' in value) return this.#comprehension(value);
    const name = this.import(toCamelCase(value.asyncio));
    return `${/^[A-Z]/.test(name) ? 'new ' : ''}${name}(${this.#arguments(value)})`;
  }

  /** `call_soon` and similar functions. In TypeScript a context comes with the callback, because arguments follow the callback. */
  #scheduling({ method, of, args, options }: Extract<Expression, { method: string }>): string {
    const context = options?.['context'];
    const at = method === 'call_soon' ? 0 : 1;
    const written = args.map((value) => this.value(value));
    if (context !== undefined) written[at] = `{ callback: ${written[at]}, context: ${this.value(context)} }`;
    return `${this.value(of)}.${toCamelCase(method)}(${written.join(', ')})`;
  }

  #list(values: readonly Expression[]): string {
    return values.map((value) => this.value(value)).join(', ');
  }

  #arguments({ args, options }: { readonly args: readonly Expression[]; readonly options?: Options }): string {
    const named = Object.entries(options ?? {}).map(([name, value]) => `${toCamelCase(name)}: ${this.value(value)}`);
    const last = named.length > 0 ? [`{ ${named.join(', ')} }`] : [];
    return [...args.map((value) => this.value(value)), ...last].join(', ');
  }

  #awaited(value: Expression): string {
    const text = this.value(value);
    const isVariable = typeof value === 'object' && value !== null && 'name' in value && isLocal(value.name);
    return isVariable ? this.mayBeNothing(text) : text;
  }

  #comprehension({ collect, map, where }: Extract<Expression, { collect: Expression }>): string {
    const call = (name: string | undefined): string => (name === undefined ? 'undefined' : `(item) => ${name}(item)`);
    const functions =
      where === undefined ? (map === undefined ? '' : `, ${call(map)}`) : `, ${call(map)}, ${call(where)}`;
    return `(${this.wait(`${this.import('collect')}(${this.value(collect)}${functions})`)})`;
  }
}

const toCamelCase = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
