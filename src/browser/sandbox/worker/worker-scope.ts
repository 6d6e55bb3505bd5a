/** The part of a dedicated worker's scope that is used here; TypeScript's DOM library has only the scope of pages. */
type WorkerScope = {
  readonly postMessage: (message: unknown, transfer?: readonly Transferable[]) => void;
  readonly importScripts: (...urls: readonly string[]) => void;
  readonly addEventListener: (type: string, listen: (event: MessageEvent) => void, options?: { once: boolean }) => void;
};

const scope = globalThis as unknown as WorkerScope;

// Taken before any program runs, because the program may change these names.
/** Posts to the frame. */
export const post: WorkerScope['postMessage'] = scope.postMessage.bind(scope);
/** Runs a classic script in this worker. */
export const importScript: WorkerScope['importScripts'] = scope.importScripts.bind(scope);
/** Milliseconds since the worker started. */
export const now: () => number = performance.now.bind(performance);

/**
 * Calls `start` with the first message that a worker of the sandbox gets, and with the second, which may come later or never. The
 * frame gets whatever it throws as the worker's error.
 */
export function receiveStart(start: (message: unknown, next: Promise<unknown>) => void | Promise<void>): void {
  scope.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
  });
  const report = reportError;
  const receive = async ({ data }: MessageEvent): Promise<void> => {
    const next = new Promise((resolve) => {
      scope.addEventListener('message', (event) => resolve(event.data), { once: true });
    });
    try {
      await start(data, next);
    } catch (error) {
      report(error);
    }
  };
  scope.addEventListener('message', (event) => void receive(event), { once: true });
}

/** Keeps a library's messages out of the reader's console: nothing that a program does may appear outside its trace. */
export function silenceConsole(): void {
  const silent = (): void => undefined;
  Object.assign(globalThis, { console: { debug: silent, error: silent, info: silent, log: silent, warn: silent } });
}
