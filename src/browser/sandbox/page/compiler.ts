import { askWhy } from './ask-why.ts';
import type { Compiled } from '../../../engine/compile/compile.ts';
import { guards } from '../../../engine/run/limits.ts';
import {
  type CompilerAnswer,
  type CompilerRequest,
  type CompilerTask,
  type CompilerTasks,
  compilerReady,
} from './compile-messages.ts';
import workerUrl from './compile-worker.ts?worker&url';
import { SandboxUnavailable } from '../../../engine/run/sandbox-unavailable.ts';
import { startSiteWorker } from './site-worker.ts';
import { whenAborted } from './when-aborted.ts';

/** What came of a program: compiled or rejected, too slow to compile, or given up because the reader pressed Stop. */
export type CompileResult = Compiled | { readonly kind: 'overdue' } | { readonly kind: 'aborted' };

/** Everything but compiling, which a run waits for. */
export type HelpTask = Exclude<CompilerTask, 'compile'>;

/**
 * TypeScript in a worker of its own: loaded with the first question, ended with one it does not get done with.
 *
 * A run goes before everything else: while a program is compiled no other question is put to the worker, and those it is busy with
 * are given up if the run would have to wait long for them.
 */
export class Compiler {
  #worker: Promise<Worker> | undefined;
  #count = 0;
  /** What the worker is busy with, by the number of the question. */
  readonly #open = new Map<number, (answer: CompilerAnswer | undefined) => void>();
  #compiling: Promise<unknown> = Promise.resolve();

  /** Loads the compiler before it is asked anything. What goes wrong is told to the first who asks. */
  prepare(): void {
    void this.#start().catch(() => undefined);
  }

  /** @throws {SandboxUnavailable} if the compiler cannot be loaded */
  compile(source: string, signal: AbortSignal): Promise<CompileResult> {
    const result = this.#compile(source, signal);
    this.#compiling = result.catch(() => undefined);
    return result;
  }

  /** Answers an editor's question, or with undefined where there is no answer: help must never be in the way. */
  async help<Task extends HelpTask>(
    task: Task,
    ...args: Parameters<CompilerTasks[Task]>
  ): Promise<ReturnType<CompilerTasks[Task]> | undefined> {
    await this.#compiling;
    try {
      const answer = await this.#ask(await this.#start(), task, args, guards.helpMs);
      return answer !== undefined && 'value' in answer ? (answer.value as ReturnType<CompilerTasks[Task]>) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Ends the worker; the next question starts another. */
  close(): void {
    void this.#worker?.then(
      (worker) => {
        worker.terminate();
      },
      () => undefined,
    );
    this.#worker = undefined;
    for (const settle of this.#open.values()) settle(undefined);
  }

  async #compile(source: string, signal: AbortSignal): Promise<CompileResult> {
    const aborted = whenAborted(signal);
    const worker = await Promise.race([this.#start(), aborted]);
    if (worker === 'aborted') return { kind: 'aborted' };
    const isBusy = this.#open.size > 0;
    const asking = this.#ask(worker, 'compile', [source], guards.compileMs);
    const answer = await Promise.race([asking, aborted]);
    if (answer === 'aborted') {
      this.close();
      return { kind: 'aborted' };
    }
    // It was not the program that took so long: TypeScript is asked again, with nothing else to do.
    if (answer === undefined) return isBusy ? this.#compile(source, signal) : { kind: 'overdue' };
    return 'value' in answer ? (answer.value as Compiled) : rejectWhole(answer.broken);
  }

  #start(): Promise<Worker> {
    return (this.#worker ??= new Promise((resolve, reject) => {
      const worker = startSiteWorker(workerUrl);
      worker.addEventListener('error', () => {
        this.#worker = undefined;
        void askWhy(new URL(workerUrl, location.href).href, 'engine').then((blame) => {
          reject(new SandboxUnavailable('TypeScript', blame, notStarted[blame]));
        });
      });
      worker.addEventListener('message', ({ data }: MessageEvent<CompilerAnswer | typeof compilerReady>) => {
        if (data === compilerReady) resolve(worker);
        else this.#open.get(data.id)?.(data);
      });
    }));
  }

  /** Resolves with undefined, and without the worker, where the answer takes longer than `mostMs`. */
  #ask(
    worker: Worker,
    task: CompilerTask,
    args: readonly unknown[],
    mostMs: number,
  ): Promise<CompilerAnswer | undefined> {
    const id = ++this.#count;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.close();
      }, mostMs);
      this.#open.set(id, (answer) => {
        clearTimeout(timer);
        this.#open.delete(id);
        resolve(answer);
      });
      worker.postMessage({ id, task, args } satisfies CompilerRequest);
    });
  }
}

const notStarted = {
  network: 'its compiler could not be fetched',
  site: 'its compiler is not there',
  engine: 'its compiler did not start in this browser',
} as const;

/** A program that the compiler itself fails on, such as ten thousand brackets in one another. */
function rejectWhole(message: string): Compiled {
  return {
    kind: 'rejected',
    errors: [{ message: `The compiler gave up: ${message}`, line: 1, column: 1, length: 0, code: 0 }],
  };
}
