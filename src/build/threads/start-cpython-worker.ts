import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { traceVersion, type Trace } from '../../engine/trace/event/events.ts';
import type { RunRequest } from './cpython-worker.ts';
import type { CPythonRunOptions } from '../../engine/run/cpython/run-options.ts';

/** CPython in a thread of its own, for programs that may never end. For Node. */
export type CPythonWorker = {
  /**
   * Runs one program; calls are answered one after the other. A run that has not ended `deadlineMs` after it began is ended
   * with its thread: the trace is empty and its outcome `stopped` by `time`. One that ends the thread itself has `failed`. The next
   * run gets a new thread.
   */
  run(source: string, options?: CPythonRunOptions): Promise<Trace>;
  /** Ends the thread. */
  close(): Promise<void>;
};

/**
 * Starts a thread with CPython at the first run.
 *
 * @param options `worker`: the thread's file, for callers that are bundled away from it
 */
export function startCPythonWorker({
  deadlineMs,
  worker: file = new URL('./cpython-worker.ts', import.meta.url),
}: {
  readonly deadlineMs: number;
  readonly worker?: URL;
}): CPythonWorker {
  let starting: Promise<Started> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const run = async (source: string, options: CPythonRunOptions): Promise<Trace> => {
    const { worker, runtime } = await (starting ??= start(file));
    const answer = (once(worker, 'message') as Promise<[Trace]>).catch((error: unknown) => describeEnd(error));
    worker.postMessage({ source, options } satisfies RunRequest);
    const trace = await Promise.race([answer, deadline(deadlineMs)]);
    if (Array.isArray(trace)) return trace[0];
    await worker.terminate();
    starting = undefined;
    const outcome = trace ?? ({ kind: 'stopped', limit: 'time' } as const);
    return { version: traceVersion, language: 'python', runtime, events: [], outcome };
  };

  return {
    run(source, options = {}) {
      const result = last.then(() => run(source, options));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      await last;
      await (await starting)?.worker.terminate();
      starting = undefined;
    },
  };
}

/** A program that took its thread down with it, as `os._exit` does. */
function describeEnd(error: unknown): Trace['outcome'] {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', error: { name, message } };
}

type Started = { readonly worker: Worker; readonly runtime: string };

async function start(file: URL): Promise<Started> {
  const worker = new Worker(file);
  const [runtime] = (await once(worker, 'message')) as [string];
  return { worker, runtime };
}

function deadline(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds).unref();
  });
}
