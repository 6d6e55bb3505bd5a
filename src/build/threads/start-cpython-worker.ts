import { type Outcome, traceVersion, type Trace, type TraceEvent } from '../../engine/trace/event/events.ts';
import { parseTrace } from '../../engine/trace/event/parse-trace.ts';
import type { CPythonRequest } from './cpython-worker.ts';
import { shareForProgram, startProgramThread } from './start-program-thread.ts';
import { describeCrash } from '../../engine/run/cpython/describe-crash.ts';
import type { CPythonRunOptions } from '../../engine/run/cpython/run-options.ts';

/** CPython in a thread of its own, for programs that may never end. For Node. */
export type CPythonWorker = {
  /**
   * Runs one program; calls are answered one after the other. A run that takes longer than four fifths of `deadlineMs` is stopped
   * at its current line, and its outcome is `stopped` by `time`. If it hangs outside the program's own code, its thread is ended
   * after `deadlineMs`. A program that brings down the thread has `failed`. In both cases the trace has what happened before, and the
   * next run gets a new thread.
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
  const thread = startProgramThread<CPythonRequest, string, string, string>({ file, deadlineMs });
  return {
    async run(source, options = {}) {
      const maxSeconds = options.maxSeconds ?? (deadlineMs * shareForProgram) / 1000;
      const reply = await thread.ask({ source, options: { ...options, maxSeconds } });
      const events = reply.parts.flatMap((text) => JSON.parse(text) as unknown[]);
      const base = { version: traceVersion, language: 'python', runtime: reply.greeting, events };
      if (reply.kind === 'answered') return parseTrace({ ...base, outcome: JSON.parse(reply.answer) as unknown });
      const trace = parseTrace({ ...base, outcome: stoppedByTime(maxSeconds) });
      return { ...trace, outcome: describeEnd(reply, trace.events, maxSeconds) };
    },
    close: () => thread.close(),
  };
}

/** The outcome of a program that hung where nothing could stop it, or brought down its thread. */
function describeEnd(
  reply: { readonly kind: 'overdue' } | { readonly kind: 'full' } | { readonly kind: 'ended'; readonly error: Error },
  events: readonly TraceEvent[],
  maxSeconds: number,
): Outcome {
  if (reply.kind === 'overdue') return stoppedByTime(maxSeconds);
  if (reply.kind === 'full') return { kind: 'stopped', limit: 'memory' };
  return describeCrash(reply.error, events);
}

const stoppedByTime = (most: number): Outcome => ({ kind: 'stopped', limit: 'time', most });
