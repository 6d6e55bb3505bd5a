import { holdsFuture, isCounter, isLocal, listNamesSet, type Body, type CatchKind, type Program } from './program.ts';
import type { ProgramFunction, Statement, Expression } from './program.ts';
import { pythonPrelude } from './python-prelude.ts';
import { listGlobals } from './list-globals.ts';

/** Returns a description as a Python program, complete with its prelude unless `prelude` is false. */
export function writePython(program: Program, prelude = true): string {
  const names = listGlobals(program);
  const writer = new PythonWriter();
  for (const name of names) writer.line(`${name} = ${isCounter(name) ? '0' : 'None'}`);
  for (const written of program.functions) {
    const futures = written.name === 'main' ? names.filter(holdsFuture) : [];
    writer.function(written, futures);
  }
  return `${prelude ? `${pythonPrelude}\n` : ''}${writer.text}`;
}

const catches: Readonly<Record<CatchKind, string>> = {
  any: 'BaseException',
  errors: 'Exception',
  cancelled: 'asyncio.CancelledError',
  timeout: 'TimeoutError',
  boom: 'Boom',
  runtime: 'RuntimeError',
  group: 'BaseExceptionGroup',
  end: 'StopAsyncIteration',
};

/** Where names that are not asyncio's come from. */
const modules: Readonly<Record<string, string>> = {
  aclosing: 'contextlib',
  ContextVar: 'contextvars',
  Context: 'contextvars',
  copy_context: 'contextvars',
};

/** What has another name in Python. */
const builtins: Readonly<Record<string, string>> = { anext: 'anext', block: 'time.sleep' };

class PythonWriter {
  text = '';
  #indent = '';
  /** How many `except` blocks surround the place. */
  #catches = 0;

  line(text: string): void {
    this.text += `${this.#indent}${text}\n`;
  }

  function({ name, kind, seconds, body }: ProgramFunction, futures: readonly string[]): void {
    const set = [...listNamesSet(body)];
    const locals = set.filter(isLocal);
    const globals = new Set([
      ...(name === 'main' ? ['loop', ...futures] : []),
      ...set.filter((each) => !isLocal(each)),
    ]);
    const parameters = name === 'main' ? '' : kind === 'callback' ? '*args' : 'n';
    this.#block(`${kind === 'coroutine' || kind === 'generator' ? 'async def' : 'def'} ${name}(${parameters}):`, () => {
      if (globals.size > 0) this.line(`global ${[...globals].join(', ')}`);
      if (locals.length > 0) this.line(`${locals.join(' = ')} = None`);
      if (name === 'main') {
        this.line('loop = asyncio.get_running_loop()');
        this.line('loop.set_exception_handler(handler)');
        this.line('tell_end(loop)');
        if (futures.length > 0) this.line(`${futures.join(' = ')} = finished()`);
      }
      if (seconds !== undefined && seconds > 0) this.line(`time.sleep(${seconds})`);
      this.#body(body);
    });
  }

  #block(head: string, write: () => void): void {
    this.line(head);
    const before = this.#indent;
    this.#indent += '    ';
    write();
    this.#indent = before;
  }

  #body(body: Body): void {
    if (body.length === 0) this.line('pass');
    for (const statement of body) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    switch (statement.do) {
      case 'print':
        this.line(`log(${this.#list(statement.values)})`);
        break;
      case 'evaluate':
        this.line(this.#value(statement.value));
        break;
      case 'set':
        this.line(`${statement.name} = ${this.#value(statement.value)}`);
        break;
      case 'increase':
        this.line(`${statement.name} += 1`);
        break;
      case 'throw':
        this.line(`raise ${this.#value(statement.value)}`);
        break;
      case 'rethrow':
        this.line('raise');
        break;
      case 'return':
        this.line(statement.value === null ? 'return' : `return ${this.#value(statement.value)}`);
        break;
      case 'break':
        this.line('break');
        break;
      case 'drop':
        this.line(`${statement.name} = None`);
        break;
      case 'try':
        this.#try(statement);
        break;
      case 'if':
        this.#block(`if ${this.#value(statement.test)}:`, () => {
          this.#body(statement.body);
        });
        if (statement.else) {
          const { else: otherwise } = statement;
          this.#block('else:', () => {
            this.#body(otherwise);
          });
        }
        break;
      case 'repeat':
        this.#block(`for _ in range(${statement.times}):`, () => {
          this.#body(statement.body);
        });
        break;
      case 'for':
        this.#block(
          `${statement.kind === 'plain' ? '' : 'async '}for ${statement.name} in ${this.#value(statement.of)}:`,
          () => {
            this.#body(statement.body);
          },
        );
        break;
      case 'with':
        this.#block(
          `async with ${this.#value(statement.manager)}${statement.name === undefined ? '' : ` as ${statement.name}`}:`,
          () => {
            this.#body(statement.body);
          },
        );
        break;
    }
  }

  #try(statement: Extract<Statement, { do: 'try' }>): void {
    const { catch: handler, finally: last } = statement;
    this.#block('try:', () => {
      this.#body(statement.body);
    });
    if (handler) {
      this.#catches++;
      this.#block(`except ${catches[handler.kind]} as e${this.#catches}:`, () => {
        this.#body(handler.body);
      });
      this.#catches--;
    }
    if (last) {
      this.#block('finally:', () => {
        this.#body(last);
      });
    }
  }

  #list(values: readonly Expression[]): string {
    return values.map((value) => this.#value(value)).join(', ');
  }

  #arguments({
    args,
    options = {},
  }: {
    args: readonly Expression[];
    options?: Readonly<Record<string, Expression>>;
  }): string {
    const named = Object.entries(options).map(([name, value]) => `${name}=${this.#value(value)}`);
    return [...args.map((value) => this.#value(value)), ...named].join(', ');
  }

  #value(value: Expression): string {
    if (value === null) return 'None';
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (typeof value !== 'object') return typeof value === 'string' ? `'${value}'` : String(value);
    if ('name' in value) return value.name;
    if ('error' in value) return `e${this.#catches}`;
    if ('nothing' in value) return 'None';
    if ('infinity' in value) return `float('inf')`;
    if ('boom' in value) return `Boom(${value.boom})`;
    if ('account' in value) return `Account(${value.account})`;
    if ('later' in value) return `loop.time() + ${value.later}`;
    if ('call' in value) return `${value.call}(${this.#list(value.args)})`;
    if ('thread' in value) return `asyncio.to_thread(${this.#list([{ name: value.thread }, ...value.args])})`;
    if ('method' in value) return `${this.#value(value.of)}.${value.method}(${this.#arguments(value)})`;
    if ('property' in value) return `${this.#value(value.of)}.${value.property}`;
    if ('list' in value) return `[${this.#list(value.list)}]`;
    if ('await' in value) return `(await ${this.#value(value.await)})`;
    if ('yield' in value) return `(yield ${this.#value(value.yield)})`;
    if ('whether' in value) return `lambda: ${value.whether} >= ${value.atLeast}`;
    if ('collect' in value) return this.#comprehension(value);
    const { asyncio } = value;
    const builtin = builtins[asyncio];
    if (builtin !== undefined) return `${builtin}(${this.#arguments(value)})`;
    const module = modules[asyncio] ?? 'asyncio';
    const star = asyncio === 'gather' ? '*' : '';
    return `${module}.${asyncio}(${star}${this.#arguments(value)})`;
  }

  #comprehension({ collect, map, where }: Extract<Expression, { collect: Expression }>): string {
    const item = map === undefined ? 'item' : `await ${map}(item)`;
    const condition = where === undefined ? '' : ` if await ${where}(item)`;
    return `[${item} async for item in ${this.#value(collect)}${condition}]`;
  }
}
