import type { CatchKind } from './program.ts';

/** The errors that are not caught; undefined means that all are caught. */
export const passes: Readonly<Record<CatchKind, ((error: string) => string) | undefined>> = {
  any: undefined,
  errors: (error) => `${error} instanceof CancelledError || ${error} instanceof GeneratorExit`,
  cancelled: (error) => `!(${error} instanceof CancelledError)`,
  timeout: (error) => `!(${error} instanceof TimeoutError)`,
  boom: (error) => `!(${error} instanceof Boom)`,
  runtime: (error) => `!(${error} instanceof RuntimeError)`,
  group: (error) => `!(${error} instanceof ExceptionGroup)`,
  end: (error) => `!(${error} instanceof StopAsyncIteration)`,
};

/** The names that each has to import. */
export const caught: Readonly<Record<CatchKind, readonly string[]>> = {
  any: [],
  errors: ['CancelledError', 'GeneratorExit'],
  cancelled: ['CancelledError'],
  timeout: ['TimeoutError'],
  boom: [],
  runtime: ['RuntimeError'],
  group: ['ExceptionGroup'],
  end: ['StopAsyncIteration'],
};
