import type { EventLoop, Task } from '@yieldpoint/scheduler';
import type { CancelRequest } from '../../trace/requests/cancel-request.ts';
import type { EventRecorder } from './event-recorder.ts';

/**
 * The reader's requests for a run, made at their moments while nothing runs. A request is dropped if its task has ended or does not
 * exist.
 */
export class ReaderRequests {
  readonly #recorder: EventRecorder;
  #waiting: readonly CancelRequest[];

  constructor(recorder: EventRecorder, requests: readonly CancelRequest[]) {
    this.#recorder = recorder;
    this.#waiting = requests;
  }

  /** Makes the requests that are due now. */
  make(loop: EventLoop): void {
    if (this.#waiting.length === 0) return;
    const { iteration, after } = this.#recorder.moment;
    const isNow = (request: CancelRequest): boolean => request.iteration === iteration && request.after === after;
    const due = this.#waiting.filter(isNow);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter((request) => !isNow(request));
    for (const { task: id } of due) {
      const task = loop._tasks().find(({ _id }) => _id === id);
      if (task !== undefined) this.#cancel(loop, task);
    }
  }

  /** An error here, for example of a task that waits for itself through others, is lost like an error in a callback. */
  #cancel(loop: EventLoop, task: Task): void {
    try {
      this.#recorder.asReader(() => task.cancel());
    } catch (exception) {
      if (this.#recorder.stopped !== undefined || this.#recorder.eventsLeft <= 0) throw exception;
      loop.callExceptionHandler({ message: 'Exception in the request to cancel', exception });
    }
  }
}
