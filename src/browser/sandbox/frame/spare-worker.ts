/**
 * Keeps at most one worker ready before there is a program for it.
 *
 * It starts like any other worker, from the files that the frame keeps, so it contains nothing of an earlier run. No program knows
 * of it or can reach it. Like any other, it runs one program.
 */
export class SpareWorker {
  readonly #start: () => Worker;
  #worker: Worker | undefined;

  /** @param start makes a worker and prepares it */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  /**
   * Starts the worker, unless there is one. A worker that fails is dropped: the next run starts its own and reports the failure.
   */
  prepare(): void {
    if (this.#worker !== undefined) return;
    const worker = (this.#worker = this.#start());
    worker.onerror = (event) => {
      event.preventDefault();
      if (this.#worker === worker) this.release();
    };
  }

  /** Returns the worker in whatever state it has reached, or a new one. It then belongs to the caller. */
  take(): Worker {
    const worker = this.#worker ?? this.#start();
    this.#worker = undefined;
    return worker;
  }

  /** Ends the worker, if there is one. */
  release(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
