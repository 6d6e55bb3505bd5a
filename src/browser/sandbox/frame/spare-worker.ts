/**
 * At most one worker that gets ready before there is a program for it.
 *
 * It is started as any other worker is, from what the frame holds, so that nothing of an earlier run can be in it; no program knows of it,
 * or could reach it; and it runs one program, as any other.
 */
export class SpareWorker {
  readonly #start: () => Worker;
  #worker: Worker | undefined;

  /** @param start makes a worker and has it get ready */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Starts the worker, unless there is one. One that fails is gone: the next run starts its own, and tells what goes wrong. */
  prepare(): void {
    if (this.#worker !== undefined) return;
    const worker = (this.#worker = this.#start());
    worker.onerror = (event) => {
      event.preventDefault();
      if (this.#worker === worker) this.release();
    };
  }

  /** The worker, as far as it is, or a new one. It is the caller's. */
  take(): Worker {
    const worker = this.#worker ?? this.#start();
    this.#worker = undefined;
    return worker;
  }

  /** Ends the worker. */
  release(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
