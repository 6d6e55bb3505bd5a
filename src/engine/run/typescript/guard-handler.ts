import type { EventLoop, ExceptionContext, ExceptionHandler } from '@yieldpoint/scheduler';

/**
 * Makes a program's handler of errors tell its own errors with `tell`, after the one that it was given. The loop would write them to
 * the console of the page, or of the terminal. Without a handler, `tell` handles errors.
 *
 * @param tell tells an error that nobody could catch; says nothing while the run is being stopped
 */
export function guardHandler(handler: ExceptionHandler | null | undefined, tell: ExceptionHandler): ExceptionHandler {
  if (handler === null || handler === undefined) return tell;
  return (loop, context) => {
    try {
      handler(loop, context);
    } catch (exception) {
      tell(loop, context);
      tell(loop, { message: 'Unhandled error in exception handler', exception } satisfies ExceptionContext);
    }
  };
}

/** Does the same for the handlers that the program sets while its loop runs. */
export function guardHandlers(loop: EventLoop, tell: ExceptionHandler): void {
  const set = loop.setExceptionHandler.bind(loop);
  loop.setExceptionHandler = (handler) => {
    const isHandler = handler === null || typeof (handler as unknown) === 'function';
    // The loop refuses anything else.
    set(isHandler ? guardHandler(handler, tell) : handler);
  };
}
