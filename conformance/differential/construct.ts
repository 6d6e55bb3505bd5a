import type { Body, CatchKind, Options, Statement, Expression } from './program.ts';

/** A variable, parameter or function. */
export const variable = (name: string): Expression => ({ name });

/** A function or class of asyncio, called. */
export const asyncio = (name: string, args: readonly Expression[] = [], options: Options = {}): Expression => ({
  asyncio: name,
  args,
  ...withOptions(options),
});

/** A method of a value or variable, called. */
export const method = (
  of: Expression | string,
  name: string,
  args: readonly Expression[] = [],
  options: Options = {},
): Expression => ({
  method: name,
  of: typeof of === 'string' ? variable(of) : of,
  args,
  ...withOptions(options),
});

const withOptions = (options: Options): { options?: Options } => (Object.keys(options).length === 0 ? {} : { options });

/** A function of the program, called. */
export const call = (name: string, n: Expression): Expression => ({ call: name, args: [n] });

/** `asyncio.gather(*values)`. */
export const callGather = (values: readonly Expression[], returnExceptions: boolean): Expression =>
  asyncio('gather', [{ list: values }], returnExceptions ? { return_exceptions: true } : {});

/** `await value`. */
export const awaitValue = (value: Expression): Expression => ({ await: value });

export const print = (...values: Expression[]): Statement => ({ do: 'print', values });
export const evaluate = (value: Expression): Statement => ({ do: 'evaluate', value });
export const set = (name: string, value: Expression): Statement => ({ do: 'set', name, value });
export const tryCatch = (body: Body, kind: CatchKind, handler: Body): Statement => ({
  do: 'try',
  body,
  catch: { kind, body: handler },
});
export const tryFinally = (body: Body, last: Body): Statement => ({ do: 'try', body, finally: last });
export const withManager = (manager: Expression, body: Body, using: boolean, name?: string): Statement => ({
  do: 'with',
  manager,
  ...(name === undefined ? {} : { name }),
  ...(using ? { using } : {}),
  body,
});
export const ifElse = (test: Expression, body: Body, otherwise?: Body): Statement => ({
  do: 'if',
  test,
  body,
  ...(otherwise === undefined ? {} : { else: otherwise }),
});

/** The error of the nearest `catch`. */
export const error: Expression = { error: true };
/** The task that runs. */
export const runningTask: Expression = asyncio('current_task');
