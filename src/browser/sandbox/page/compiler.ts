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
import { waitForAbort } from './wait-for-abort.ts';

/** The result for a program: compiled, rejected, too slow to compile, or given up because the reader pressed Stop. */
export type CompileResult = Compiled | { readonly kind: 'overdue' } | { readonly kind: 'aborted' };

/** Every request except compiling. A run waits only for compiling. */
export type HelpTask = Exclude<CompilerTask, 'compile'>;

/**
 * TypeScript in a worker of its own. The first request loads it, and a request that takes too long ends it.
 *
 * A run goes first: while a program is being compiled, the worker gets no other request, and requests it is busy with are given up
 * if the run would have to wait long for them.
 */
export class Compiler {
  #worker: Promise<Worker> | undefined;
  #count = 0;
  /** The requests that the worker is busy with, by number. */
  readonly #open = new Map<number, (answer: CompilerAnswer | undefined) => void>();
  #compiling: Promise<unknown> = Promise.resolve();

  /** Loads the compiler before the first request. The first caller that asks for something gets the error, if there is one. */
  prepare(): void {
    void this.#start().catch(() => undefined);
  }

  /** @throws {SandboxUnavailable} if the compiler cannot be loaded */
  compile(source: string, signal: AbortSignal): Promise<CompileResult> {
    const result = this.#compile(source, signal);
    this.#compiling = result.catch(() => undefined);
    return result;
  }

  /** Answers an editor's request, or resolves with undefined if there is no answer: editor help must never get in the way. */
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

  /** Ends the worker; the next request starts another. */
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
    const aborted = waitForAbort(signal);
    const worker = await Promise.race([this.#start(), aborted]);
    if (worker === 'aborted') return { kind: 'aborted' };
    const isBusy = this.#open.size > 0;
    const asking = this.#ask(worker, 'compile', [source], guards.compileMs);
    const answer = await Promise.race([asking, aborted]);
    if (answer === 'aborted') {
      this.close();
      return { kind: 'aborted' };
    }
    // The program was not what took so long. TypeScript is asked again, with nothing else to do.
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

  /** Resolves with undefined, and ends the worker, if the answer takes longer than `mostMs`. */
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

/** The compiler itself fails on some programs, such as ten thousand nested brackets. */
function rejectWhole(message: string): Compiled {
  return {
    kind: 'rejected',
    errors: [{ message: `The compiler gave up: ${message}`, line: 1, column: 1, length: 0, code: 0 }],
  };
}
