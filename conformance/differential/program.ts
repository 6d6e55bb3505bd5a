/**
 * A program in both languages, as plain data: the common input of the writers for Python and TypeScript. asyncio's names are those
 * of Python (`create_task`, `call_soon`); the TypeScript writer turns them into its own.
 *
 * The first letter of a variable gives its kind: `v…` is local to the call, everything else is global. `t…` and `f…` contain a
 * finished future until they are set, `x…` contain 0, and all others nothing. `n` is the parameter of every function. `i…` are lists
 * and `j…` accounts, which several functions share.
 */
export type Program = {
  /** One of them is the coroutine `main`. */
  readonly functions: readonly ProgramFunction[];
};

export type ProgramFunction = {
  readonly name: string;
  /**
   * A `callback` is a plain function; the parameters of a callback are printed as `{ name: 'args' }`. A `generator` is an async
   * generator, an `iterator` a plain one. A `blocking` function is for threads and blocks for some seconds before its body.
   */
  readonly kind: 'coroutine' | 'generator' | 'callback' | 'iterator' | 'blocking';
  /** How long a `blocking` function blocks. */
  readonly seconds?: number;
  readonly body: readonly Statement[];
};

export type Body = readonly Statement[];

export type Statement =
  | { readonly do: 'print'; readonly values: readonly Expression[] }
  | { readonly do: 'evaluate'; readonly value: Expression }
  | { readonly do: 'set'; readonly name: string; readonly value: Expression }
  | { readonly do: 'increase'; readonly name: string }
  | { readonly do: 'throw'; readonly value: Expression }
  /** Inside of a `catch`. */
  | { readonly do: 'rethrow' }
  /** Not inside a `with`, whose body is a function in TypeScript, and not inside a `finally`. */
  | { readonly do: 'return'; readonly value: Expression }
  /** Out of a `repeat` or `for`, within the same `with`. */
  | { readonly do: 'break' }
  | {
      readonly do: 'try';
      readonly body: Body;
      readonly catch?: { readonly kind: CatchKind; readonly body: Body };
      readonly finally?: Body;
    }
  | { readonly do: 'if'; readonly test: Expression; readonly body: Body; readonly else?: Body }
  | { readonly do: 'repeat'; readonly times: number; readonly body: Body }
  /**
   * `for await`: TypeScript's own loop, in the async style. It closes an async generator that is left early; Python's loop does
   * not.
   */
  | {
      readonly do: 'for';
      readonly kind: 'plain' | 'async' | 'for await';
      readonly name: string;
      readonly of: Expression;
      readonly body: Body;
    }
  /** `using`: `await using` in the async style, else `asyncWith`. */
  | {
      readonly do: 'with';
      readonly manager: Expression;
      readonly name?: string;
      readonly using?: boolean;
      readonly body: Body;
    }
  /** Drops the only reference to an async generator that is not running. */
  | { readonly do: 'drop'; readonly name: string };

/** `errors` is `except Exception`, which does not catch cancellation; `any` catches that too. */
export type CatchKind = 'any' | 'errors' | 'cancelled' | 'timeout' | 'boom' | 'runtime' | 'group' | 'end';

export type Expression =
  | null
  | boolean
  | number
  | string
  | { readonly name: string }
  /** The error of the nearest `catch`. */
  | { readonly error: true }
  | { readonly infinity: true }
  /** Python's None where TypeScript has `undefined`: null is a value there. */
  | { readonly nothing: true }
  /** An exception of the program's own class. */
  | { readonly boom: number }
  /** `loop.time() + later`. */
  | { readonly later: number }
  /** A function or class of asyncio, contextlib or contextvars; `block` is `time.sleep`. */
  | { readonly asyncio: string; readonly args: readonly Expression[]; readonly options?: Options }
  /** A new account: an object of the preludes' own class, with `balance`, `entries` and a method `add`. */
  | { readonly account: number }
  /** `to_thread` of a blocking function, with its seconds, which Python's has in its body and TypeScript's in the call. */
  | { readonly thread: string; readonly seconds: number; readonly args: readonly Expression[] }
  /** A call of one of the program's functions. */
  | { readonly call: string; readonly args: readonly Expression[] }
  | {
      readonly method: string;
      readonly of: Expression;
      readonly args: readonly Expression[];
      readonly options?: Options;
    }
  | { readonly property: string; readonly of: Expression }
  | { readonly list: readonly Expression[] }
  | { readonly await: Expression }
  /** In a generator: hands the value out; its own value is what is sent in. */
  | { readonly yield: Expression }
  /** Whether a counter has reached this number, as a function without parameters. */
  | { readonly whether: string; readonly atLeast: number }
  /** `[await map(x) async for x in collect if await where(x)]`; `map` and `where` are names of coroutine functions. */
  | { readonly collect: Expression; readonly map?: string; readonly where?: string };

export type Options = Readonly<Record<string, Expression>>;

/** Returns the bodies of a statement, in the order of the text. */
export function listBodies(statement: Statement): readonly Body[] {
  switch (statement.do) {
    case 'try':
      return [
        statement.body,
        ...(statement.catch ? [statement.catch.body] : []),
        ...(statement.finally ? [statement.finally] : []),
      ];
    case 'if':
      return [statement.body, ...(statement.else ? [statement.else] : [])];
    case 'repeat':
    case 'for':
    case 'with':
      return [statement.body];
    default:
      return [];
  }
}

/** Returns the names that a body sets, including its inner bodies. */
export function listNamesSet(body: Body): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (statement: Statement): void => {
    if ('name' in statement) names.add(statement.name);
    for (const inner of listBodies(statement)) inner.forEach(visit);
  };
  body.forEach(visit);
  return names;
}

/** Whether a variable belongs to one call of a function. */
export const isLocal = (name: string): boolean => name.startsWith('v');

/** Whether a variable contains a finished future until it is set. */
export const holdsFuture = (name: string): boolean => name.startsWith('t') || name.startsWith('f');

/** Whether a variable contains 0 until it is set. */
export const isCounter = (name: string): boolean => name.startsWith('x');
