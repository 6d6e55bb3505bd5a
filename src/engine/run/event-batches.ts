import { eventsInBatch, singleEvents } from './limits.ts';

/**
 * Passes on events while a run continues, so that those of a thread that has to be ended are there: the first thousand one by one, later
 * ones in batches.
 */
export class EventBatches<Item> {
  readonly #send: (items: readonly Item[]) => void;
  #waiting: Item[] = [];
  #sent = 0;

  constructor(send: (items: readonly Item[]) => void) {
    this.#send = send;
  }

  add(item: Item): void {
    this.#waiting.push(item);
    if (this.#sent < singleEvents || this.#waiting.length >= eventsInBatch) this.flush();
  }

  /** Sends what waits. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    this.#sent += this.#waiting.length;
    this.#send(this.#waiting);
    this.#waiting = [];
  }
}
