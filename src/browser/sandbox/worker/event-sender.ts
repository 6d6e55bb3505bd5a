import type { Outcome, TraceEvent } from '../../../engine/trace/event/events.ts';
import { EventBatches } from '../../../engine/run/event-batches.ts';
import { workerSigns } from '../messages.ts';

/** Sends a run to the frame while it continues. */
export class EventSender {
  readonly #post: (text: string) => void;
  readonly #batches: EventBatches<string>;

  constructor(post: (text: string) => void) {
    this.#post = post;
    this.#batches = new EventBatches((texts) => {
      post(`${workerSigns.events}[${texts.join(',')}]`);
    });
  }

  /** The program begins. */
  start(runtime: string): void {
    this.#post(workerSigns.started + runtime);
  }

  add(event: TraceEvent): void {
    this.#batches.add(JSON.stringify(event));
  }

  /** The run is over; nobody hears what is sent later. */
  finish(outcome: Outcome): void {
    this.#batches.flush();
    this.#post(workerSigns.done + JSON.stringify(outcome));
  }
}
