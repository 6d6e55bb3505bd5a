/** Resolves with `aborted` when Stop is pressed, for races against anything that takes time. */
export function waitForAbort(signal: AbortSignal): Promise<'aborted'> {
  if (signal.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve('aborted');
    });
  });
}
