import type { Trace } from '../../engine/trace/event/events.ts';
import type { RunLimits } from '../../engine/run/typescript/run-limits.ts';
import type { BuildAnswer, BuildRequest } from './build-worker.ts';
import { shareForProgram, startProgramThread } from './start-program-thread.ts';
import { ProgramEndless, ProgramRejected, ProgramStrayed } from '../typescript/program-rejected.ts';
import type { Traced } from '../typescript/trace-program.ts';

/** A program of the site. */
type BuildProgram = {
  /** Named in errors. */
  readonly file: string;
  readonly source: string;
  /** Whether reaching a limit of iterations, events or output is what the program wants to show, and not an error. */
  readonly mayBeStopped?: boolean;
  /** The same for the time limit, which stops a run at a different place on every machine. */
  readonly mayBeOverdue?: boolean;
  readonly limits?: Omit<RunLimits, 'isOverdue'>;
};

/** Runs the site's programs one after another in a separate thread. */
export type BuildRunner = {
  /**
   * @throws {ProgramRejected} if the program does not compile
   * @throws {ProgramEndless} if it does not end in time, or reaches a limit that it may not reach
   * @throws {ProgramStrayed} if it leaves a rejected promise behind, or ends its thread
   */
  run(program: BuildProgram): Promise<Trace>;
  /** Ends the thread; refuses runs that have not started. */
  close(): Promise<void>;
};

export type BuildRunnerOptions = {
  /** Time a program gets, in milliseconds; 5,000 unless given. */
  readonly deadlineMs?: number;
  /** Where `build-worker.ts` is, for a caller that is bundled; beside this file unless given. */
  readonly worker?: URL;
};

/** Makes a runner. Its thread starts with the first program, and starts again after a program had to be ended. */
export function createBuildRunner(options: BuildRunnerOptions = {}): BuildRunner {
  const { deadlineMs = 5000, worker = new URL('./build-worker.ts', import.meta.url) } = options;
  const thread = startProgramThread<BuildRequest, BuildAnswer, 'ready'>({ file: worker, deadlineMs });
  return {
    async run(program) {
      const { file, source, limits = {} } = program;
      const timeMs = deadlineMs * shareForProgram;
      const reply = await thread.ask({ file, source, limits, timeMs });
      if (reply.kind === 'overdue') throw new ProgramEndless(file, `${deadlineMs / 1000} s of time`);
      if (reply.kind === 'ended') throw new ProgramStrayed(file, String(reply.error));
      const { traced, stray } = reply.answer;
      if (stray?.isOverdue) throw new ProgramEndless(file, `${timeMs / 1000} s of time`, stray.line);
      if (stray !== undefined) throw new ProgramStrayed(file, stray.text, stray.line);
      return takeTrace(program, traced, timeMs);
    },
    close: () => thread.close(),
  };
}

function takeTrace(program: BuildProgram, traced: Traced, timeMs: number): Trace {
  const { file, mayBeStopped = false, mayBeOverdue = false } = program;
  if (traced.kind === 'rejected') throw new ProgramRejected(file, traced.errors);
  const { trace } = traced;
  const { outcome } = trace;
  if (outcome.kind !== 'stopped') return trace;
  const isOverdue = outcome.limit === 'time';
  if (isOverdue ? mayBeOverdue : mayBeStopped) return trace;
  const last = trace.events.findLast((event) => event.kind === 'line');
  const limit = isOverdue ? `${timeMs / 1000} s of time` : outcome.limit;
  throw new ProgramEndless(file, limit, last?.kind === 'line' ? last.line : undefined);
}
