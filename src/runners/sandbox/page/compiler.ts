import type { Compiled } from '../../../compile/compile.ts';
import { guards } from '../limits.ts';
import { type CompileAnswer, type CompileRequest, compilerReady } from './compile-messages.ts';
import workerUrl from './compile-worker.ts?worker&url';
import { SandboxUnavailable } from './sandbox-unavailable.ts';
import { startSiteWorker } from './site-worker.ts';
import { whenAborted } from './when-aborted.ts';

/** What came of a program: compiled or rejected, too slow to compile, or given up because the reader pressed Stop. */
export type CompileResult = Compiled | { readonly kind: 'overdue' } | { readonly kind: 'aborted' };

/** TypeScript in a worker of its own: loaded with the first program, ended with one it does not get done with. */
export class Compiler {
  #worker: Promise<Worker> | undefined;
  #count = 0;

  /** @throws {SandboxUnavailable} if the compiler cannot be loaded */
  async compile(source: string, signal: AbortSignal): Promise<CompileResult> {
    const worker = await Promise.race([(this.#worker ??= this.#start()), whenAborted(signal)]);
    if (worker === 'aborted') return { kind: 'aborted' };
    const result = await this.#ask(worker, source, signal);
    if (result.kind === 'overdue' || result.kind === 'aborted') this.close();
    return result;
  }

  /** Ends the worker; the next program starts another. */
  close(): void {
    void this.#worker?.then((worker) => {
      worker.terminate();
    });
    this.#worker = undefined;
  }

  #start(): Promise<Worker> {
    return new Promise((resolve, reject) => {
      const worker = startSiteWorker(workerUrl);
      worker.addEventListener('error', () => {
        this.#worker = undefined;
        reject(new SandboxUnavailable('the TypeScript compiler', 'it could not be fetched'));
      });
      worker.addEventListener('message', ({ data }) => {
        if (data === compilerReady) resolve(worker);
      });
    });
  }

  #ask(worker: Worker, source: string, signal: AbortSignal): Promise<CompileResult> {
    const id = ++this.#count;
    return new Promise((resolve) => {
      const listening = new AbortController();
      const settle = (result: CompileResult): void => {
        listening.abort();
        clearTimeout(timer);
        resolve(result);
      };
      const timer = setTimeout(() => {
        settle({ kind: 'overdue' });
      }, guards.compileMs);
      const hear = ({ data }: MessageEvent<CompileAnswer>): void => {
        if (data.id !== id) return;
        if ('compiled' in data) settle(data.compiled);
        else settle(rejectWhole(data.broken));
      };
      worker.addEventListener('message', hear, listening);
      signal.addEventListener('abort', () => settle({ kind: 'aborted' }), listening);
      worker.postMessage({ id, source } satisfies CompileRequest);
    });
  }
}

/** A program that the compiler itself fails on, such as ten thousand brackets in one another. */
function rejectWhole(message: string): Compiled {
  return {
    kind: 'rejected',
    errors: [{ message: `The compiler gave up: ${message}`, line: 1, column: 1, length: 0, code: 0 }],
  };
}
