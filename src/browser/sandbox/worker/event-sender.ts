import type { Outcome, TraceEvent } from '../../../engine/trace/event/events.ts';
import { eventsInBatch, singleEvents } from '../../../engine/run/limits.ts';
import { workerSigns } from '../messages.ts';

/**
 * Sends a run to the frame while it continues, so that its events are there even if the worker has to be ended: the first thousand
 * one by one, later ones in batches.
 */
export class EventSender {
  readonly #post: (text: string) => void;
  #waiting: string[] = [];
  #sent = 0;

  constructor(post: (text: string) => void) {
    this.#post = post;
  }

  /** The program begins. */
  start(runtime: string): void {
    this.#post(workerSigns.started + runtime);
  }

  add(event: TraceEvent): void {
    this.#waiting.push(JSON.stringify(event));
    if (this.#sent < singleEvents || this.#waiting.length >= eventsInBatch) this.#flush();
  }

  /** The run is over; nobody hears what is sent later. */
  finish(outcome: Outcome): void {
    this.#flush();
    this.#post(workerSigns.done + JSON.stringify(outcome));
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    this.#sent += this.#waiting.length;
    this.#post(`${workerSigns.events}[${this.#waiting.join(',')}]`);
    this.#waiting = [];
  }
}
