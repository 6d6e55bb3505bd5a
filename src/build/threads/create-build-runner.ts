import { threadMegabytes } from '../../engine/run/limits.ts';
import type { RunLimits } from '../../engine/run/typescript/run-limits.ts';
import { type Outcome, traceVersion, type Trace, type TraceEvent } from '../../engine/trace/event/events.ts';
import { ProgramEndless, ProgramRejected, ProgramStrayed, strayedHint } from '../typescript/program-rejected.ts';
import type { BuildAnswer, BuildRequest, StrayError } from './build-worker.ts';
import { shareForProgram, startProgramThread, type ThreadReply } from './start-program-thread.ts';

/** A program of the site. */
type BuildProgram = {
  /** Named in errors. */
  readonly file: string;
  readonly source: string;
  /** Whether reaching a limit of iterations, events or output is what the program wants to show, and not an error. */
  readonly mayBeStopped?: boolean;
  readonly limits?: Omit<RunLimits, 'isOverdue' | 'memory' | 'onEvent'>;
};

/** Runs the site's programs one after another in a separate thread. */
export type BuildRunner = {
  /**
   * @throws {ProgramRejected} if the program does not compile
   * @throws {ProgramEndless} if it does not end in time, or reaches a limit that it may not reach
   * @throws {ProgramStrayed} if it leaves a rejected promise behind, or ends its thread
   */
  run(program: BuildProgram): Promise<Trace>;
  /**
   * Runs any program, as the page does: whatever happens to it is the outcome of its trace, which has all that happened before.
   *
   * @throws {ProgramRejected} if the program does not compile
   */
  observe(program: Omit<BuildProgram, 'mayBeStopped'>): Promise<Trace>;
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
  const timeMs = deadlineMs * shareForProgram;
  const thread = startProgramThread<BuildRequest, readonly TraceEvent[], BuildAnswer, string>({
    file: worker,
    deadlineMs,
    megabytes: threadMegabytes,
  });
  const ask = ({ file, source, limits = {} }: BuildProgram, stopsEndless: boolean): Promise<BuildReply> =>
    thread.ask({ file, source, limits, timeMs, stopsEndless });
  return {
    run: async (program) => takeRun(program, await ask(program, true), deadlineMs),
    observe: async (program) => takeAny(program.file, await ask(program, false), timeMs),
    close: () => thread.close(),
  };
}

type BuildReply = ThreadReply<readonly TraceEvent[], BuildAnswer, string>;

function takeRun(program: BuildProgram, reply: BuildReply, deadlineMs: number): Trace {
  const { file, mayBeStopped = false } = program;
  const timeMs = deadlineMs * shareForProgram;
  if (reply.kind === 'overdue') throw new ProgramEndless(file, `${deadlineMs / 1000} s of time`);
  if (reply.kind === 'full')
    throw new ProgramEndless(file, `${threadMegabytes} MB of memory`, findLastLine(reply.parts.flat()));
  if (reply.kind === 'ended') throw new ProgramStrayed(file, String(reply.error));
  const { answer } = reply;
  if (answer.kind === 'rejected') throw new ProgramRejected(file, answer.errors);
  const { stray } = answer;
  if (stray?.isOverdue) throw new ProgramEndless(file, `${timeMs / 1000} s of time`, stray.line);
  if (stray !== undefined) throw new ProgramStrayed(file, stray.text, stray.line);
  const events = reply.parts.flat();
  const { outcome } = answer.run;
  const isOverdue = outcome.kind === 'stopped' && outcome.limit === 'time';
  if (outcome.kind !== 'stopped' || (mayBeStopped && !isOverdue)) return { ...answer.run, events };
  const limit = isOverdue ? `${timeMs / 1000} s of time` : outcome.limit;
  throw new ProgramEndless(file, limit, outcome.line ?? findLastLine(events));
}

function findLastLine(events: readonly TraceEvent[]): number | undefined {
  const last = events.findLast((event) => event.kind === 'line');
  return last?.kind === 'line' ? last.line : undefined;
}

function takeAny(file: string, reply: BuildReply, timeMs: number): Trace {
  const events = reply.parts.flat();
  const outOfTime: Outcome = { kind: 'stopped', limit: 'time', most: timeMs / 1000 };
  if (reply.kind !== 'answered') {
    const outcome =
      reply.kind === 'overdue'
        ? outOfTime
        : reply.kind === 'full'
          ? outOfMemory
          : fail(reply.error.name, reply.error.message);
    return { version: traceVersion, language: 'typescript', runtime: reply.greeting, events, outcome };
  }
  const { answer } = reply;
  if (answer.kind === 'rejected') throw new ProgramRejected(file, answer.errors);
  const { run, stray } = answer;
  if (run.outcome.kind === 'stopped' && run.outcome.limit === 'time') return { ...run, events, outcome: outOfTime };
  if (stray === undefined || run.outcome.kind !== 'finished') return { ...run, events };
  return { ...run, events, outcome: stray.isOverdue ? outOfTime : failStrayed(stray) };
}

const outOfMemory: Outcome = { kind: 'stopped', limit: 'memory', most: threadMegabytes };

function failStrayed({ text, line }: StrayError): Outcome {
  const [, name = 'Error', message = text] = /^(\w+): ([^]*)$/.exec(text) ?? [];
  return { ...fail(name, message, line), hint: `No task has waited for this promise. ${strayedHint}` };
}

function fail(name: string, message: string, line?: number): Extract<Outcome, { kind: 'failed' }> {
  return { kind: 'failed', error: { name, message, ...(line === undefined ? {} : { line }) } };
}
