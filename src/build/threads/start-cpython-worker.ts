import { traceVersion, type Trace } from '../../engine/trace/event/events.ts';
import type { CPythonRequest } from './cpython-worker.ts';
import { shareForProgram, startProgramThread } from './start-program-thread.ts';
import type { CPythonRunOptions } from '../../engine/run/cpython/run-options.ts';

/** CPython in a thread of its own, for programs that may never end. For Node. */
export type CPythonWorker = {
  /**
   * Runs one program; calls are answered one after the other. A run that takes longer than four fifths of `deadlineMs` is stopped
   * at its current line, and its outcome is `stopped` by `time`. If it hangs outside the program's own code, its thread is ended
   * after `deadlineMs`, and its trace is empty. A program that ends the thread itself has `failed`. The next run gets a new thread.
   */
  run(source: string, options?: CPythonRunOptions): Promise<Trace>;
  /** Ends the thread. */
  close(): Promise<void>;
};

/**
 * Starts a thread with CPython at the first run.
 *
 * @param options `worker`: the thread's file, for callers that are bundled to another place
 */
export function startCPythonWorker({
  deadlineMs,
  worker: file = new URL('./cpython-worker.ts', import.meta.url),
}: {
  readonly deadlineMs: number;
  readonly worker?: URL;
}): CPythonWorker {
  const thread = startProgramThread<CPythonRequest, Trace, string>({ file, deadlineMs });
  return {
    async run(source, options = {}) {
      const reply = await thread.ask({
        source,
        options: { maxSeconds: (deadlineMs * shareForProgram) / 1000, ...options },
      });
      if (reply.kind === 'answered') return reply.answer;
      const outcome =
        reply.kind === 'overdue' ? ({ kind: 'stopped', limit: 'time' } as const) : describeEnd(source, reply.error);
      return { version: traceVersion, language: 'python', runtime: reply.greeting, events: [], outcome };
    },
    close: () => thread.close(),
  };
}

/**
 * The result of a program that took its thread down, as `os._exit` does. It has a line if the program calls that in exactly one
 * place.
 */
function describeEnd(source: string, error: unknown): Trace['outcome'] {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const calls = source.split('\n').flatMap((text, at) => (/^[^#'"]*\b_exit\(/.test(text) ? [at + 1] : []));
  const [line] = calls.length === 1 ? calls : [];
  return { kind: 'failed', error: { name, message, ...(line === undefined ? {} : { line }) } };
}
