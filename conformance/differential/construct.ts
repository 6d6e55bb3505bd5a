import type { Body, CatchKind, Options, Statement, Value } from './program.ts';

/** A variable, parameter or function. */
export const variable = (name: string): Value => ({ name });

/** A function or class of asyncio, called. */
export const asyncio = (name: string, args: readonly Value[] = [], options: Options = {}): Value => ({
  asyncio: name,
  args,
  ...withOptions(options),
});

/** A method of a value or variable, called. */
export const method = (
  of: Value | string,
  name: string,
  args: readonly Value[] = [],
  options: Options = {},
): Value => ({
  method: name,
  of: typeof of === 'string' ? variable(of) : of,
  args,
  ...withOptions(options),
});

const withOptions = (options: Options): { options?: Options } => (Object.keys(options).length === 0 ? {} : { options });

/** A function of the program, called. */
export const call = (name: string, n: Value): Value => ({ call: name, args: [n] });

/** `asyncio.gather(*values)`. */
export const gather = (values: readonly Value[], returnExceptions: boolean): Value =>
  asyncio('gather', [{ list: values }], returnExceptions ? { return_exceptions: true } : {});

/** `await value`. */
export const wait = (value: Value): Value => ({ await: value });

export const print = (...values: Value[]): Statement => ({ do: 'print', values });
export const evaluate = (value: Value): Statement => ({ do: 'evaluate', value });
export const set = (name: string, value: Value): Statement => ({ do: 'set', name, value });
export const tryCatch = (body: Body, kind: CatchKind, handler: Body): Statement => ({
  do: 'try',
  body,
  catch: { kind, body: handler },
});
export const tryFinally = (body: Body, last: Body): Statement => ({ do: 'try', body, finally: last });
export const withManager = (manager: Value, body: Body, using: boolean, name?: string): Statement => ({
  do: 'with',
  manager,
  ...(name === undefined ? {} : { name }),
  ...(using ? { using } : {}),
  body,
});
export const ifElse = (test: Value, body: Body, otherwise?: Body): Statement => ({
  do: 'if',
  test,
  body,
  ...(otherwise === undefined ? {} : { else: otherwise }),
});

/** The error of the nearest `catch`. */
export const error: Value = { error: true };
/** The task that runs. */
export const currentTask: Value = asyncio('current_task');
