import type { Trace } from '../../engine/trace/event/events.ts';
import type { RunLimits } from '../../engine/run/typescript/run-limits.ts';
import type { BuildAnswer, BuildRequest } from './build-worker.ts';
import { startProgramThread } from './start-program-thread.ts';
import { ProgramEndless, ProgramRejected, ProgramStrayed } from '../typescript/program-rejected.ts';
import type { Traced } from '../typescript/trace-program.ts';

/** A program of the site. */
type BuildProgram = {
  /** Named in errors. */
  readonly file: string;
  readonly source: string;
  /** Whether a run that reaches a limit of iterations, events or output is what the program shows, and no error. */
  readonly mayBeStopped?: boolean;
  readonly limits?: Omit<RunLimits, 'isOverdue'>;
};

/** Runs the site's programs, one after another, in a thread of its own. */
export type BuildRunner = {
  /**
   * @throws {ProgramRejected} if the program does not compile
   * @throws {ProgramEndless} if it does not end in time, or reaches a limit and may not
   * @throws {ProgramStrayed} if it leaves a rejected promise behind, or ends its thread
   */
  run(program: BuildProgram): Promise<Trace>;
  /** Ends the thread; runs still to come are refused. */
  close(): Promise<void>;
};

export type BuildRunnerOptions = {
  /** Time a program gets, in milliseconds; 5,000 unless given. */
  readonly deadlineMs?: number;
  /** Where `build-worker.ts` lies, for a caller that is bundled; beside this file unless given. */
  readonly worker?: URL;
};

/** Makes a runner. Its thread starts with the first program, and anew after one that had to be ended. */
export function createBuildRunner(options: BuildRunnerOptions = {}): BuildRunner {
  const { deadlineMs = 5000, worker = new URL('./build-worker.ts', import.meta.url) } = options;
  const thread = startProgramThread<BuildRequest, BuildAnswer, 'ready'>({ file: worker, deadlineMs });
  return {
    async run(program) {
      const { file, source, limits = {} } = program;
      const reply = await thread.ask({ file, source, limits });
      if (reply.kind === 'overdue') throw new ProgramEndless(file, `${deadlineMs / 1000} s of time`);
      if (reply.kind === 'ended') throw new ProgramStrayed(file, String(reply.error));
      const { traced, stray } = reply.answer;
      if (stray !== undefined) throw new ProgramStrayed(file, stray.text, stray.line);
      return takeTrace(program, traced);
    },
    close: () => thread.close(),
  };
}

function takeTrace({ file, mayBeStopped = false }: BuildProgram, traced: Traced): Trace {
  if (traced.kind === 'rejected') throw new ProgramRejected(file, traced.errors);
  const { trace } = traced;
  if (trace.outcome.kind === 'stopped' && !mayBeStopped) {
    const last = trace.events.findLast((event) => event.kind === 'line');
    throw new ProgramEndless(file, trace.outcome.limit, last?.kind === 'line' ? last.line : undefined);
  }
  return trace;
}
