import type { FailureCause } from '../../../engine/run/failure.ts';
import { askWhy } from './ask-why.ts';
import type { FetchAnswer } from './fetch-messages.ts';
import workerUrl from './fetch-worker.ts?worker&url';
import type { PyodideBlobs } from './fetch-pyodide.ts';
import { SandboxUnavailable } from '../../../engine/run/sandbox-unavailable.ts';
import { startSiteWorker } from './site-worker.ts';

/**
 * Fetches Pyodide's files and its snapshot in a worker.
 *
 * @param onBytes called with the number of bytes fetched and their total
 * @throws {SandboxUnavailable} if a file cannot be fetched; it says who is to blame
 * @throws the reason of `signal` when it is aborted
 */
export async function loadPyodide(
  onBytes: (loaded: number, total: number) => void,
  signal: AbortSignal,
): Promise<PyodideBlobs> {
  signal.throwIfAborted();
  const worker = startSiteWorker(workerUrl);
  try {
    return await new Promise((resolve, reject) => {
      const fail = (blame: FailureCause, found: string): void => {
        reject(new SandboxUnavailable('Python', blame, found));
      };
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
      worker.onerror = () => {
        void askWhy(new URL(workerUrl, location.href).href, 'engine').then((blame) => {
          fail(blame, 'the worker that fetches it did not start');
        });
      };
      worker.onmessage = ({ data }: MessageEvent<FetchAnswer>) => {
        if (data.kind === 'loading') onBytes(data.loadedBytes, data.totalBytes);
        else if (data.kind === 'loaded') resolve(data.files);
        else fail(data.blame, data.found);
      };
    });
  } finally {
    worker.terminate();
  }
}
