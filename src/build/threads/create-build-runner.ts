import { Worker } from 'node:worker_threads';
import type { Trace } from '../../engine/trace/event/events.ts';
import type { RunLimits } from '../../engine/run/typescript/run-limits.ts';
import type { BuildRequest } from './build-worker.ts';
import { ProgramEndless, ProgramRejected } from '../typescript/program-rejected.ts';
import type { Traced } from '../typescript/trace-program.ts';

/** A program of the site. */
export type BuildProgram = {
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
  let thread: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const stop = async (): Promise<void> => {
    const running = thread;
    thread = undefined;
    await (await running)?.terminate();
  };

  const runNow = async (program: BuildProgram): Promise<Trace> => {
    if (closed) throw new Error(`Expected an open runner for ${program.file}, but it is closed.`);
    thread ??= start(worker);
    const traced = await ask(await thread, program, deadlineMs).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    if (traced === 'overdue') {
      await stop();
      throw new ProgramEndless(program.file, `${deadlineMs / 1000} s of time`);
    }
    return takeTrace(program, traced);
  };

  return {
    run(program) {
      const result = last.then(() => runNow(program));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      await last;
      await stop();
    },
  };
}

async function start(url: URL): Promise<Worker> {
  const worker = new Worker(url);
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // An idle thread does not keep a finished build from ending.
  worker.unref();
  return worker;
}

function ask(worker: Worker, { source, limits = {} }: BuildProgram, deadlineMs: number): Promise<Traced | 'overdue'> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      worker.removeAllListeners('message').removeAllListeners('error');
      act();
    };
    const timer = setTimeout(() => {
      settle(() => {
        resolve('overdue');
      });
    }, deadlineMs);
    worker.once('message', (traced: Traced) => {
      settle(() => {
        resolve(traced);
      });
    });
    worker.once('error', (error: Error) => {
      settle(() => {
        reject(error);
      });
    });
    worker.postMessage({ source, limits } satisfies BuildRequest);
  });
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
