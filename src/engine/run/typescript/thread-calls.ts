import { type EventLoop, type ObserverRecord } from '@yieldpoint/scheduler';
import type { SchedulingEvent } from '../../trace/event/events.ts';

/** The calls that a run hands to threads, by what the loop records about them. */
export class ThreadCalls {
  readonly #findLoop: () => EventLoop | undefined;
  /** The numbers of their lanes. */
  readonly #calls = new Set<number>();
  /** The loop of the last call, which may be closed by the time that the call ends. */
  #loop: EventLoop | undefined;
  /** The call that was handed to a thread last, and the task that did it. */
  #last: { readonly call: number; readonly by: number | null } | undefined;
  /** The call that runs now. While it runs, the program cannot get hold of a loop. */
  running: { readonly call: number; readonly loop: EventLoop | undefined } | undefined;

  /** @param findLoop returns the loop that runs now, if one does */
  constructor(findLoop: () => EventLoop | undefined) {
    this.#findLoop = findLoop;
  }

  /** A call's function runs between the beginning and the end of its step. */
  follow(record: ObserverRecord): void {
    switch (record.kind) {
      case 'task-created':
        if (record.thread === undefined) return;
        this.#calls.add(record.id);
        this.#loop = this.#findLoop();
        this.#last = { call: record.id, by: record.task };
        return;
      case 'step-begins':
        if (this.#calls.has(record.id)) this.running = { call: record.id, loop: this.#loop };
        return;
      case 'task-waits':
      case 'task-ended':
        if (record.id === this.running?.call) this.running = undefined;
        return;
      default:
    }
  }

  /** Adds to the future that `toThread` makes, next after handing over its call, which call that is. */
  withCall(event: SchedulingEvent): SchedulingEvent {
    if (event.kind !== 'future-created' || this.#last === undefined || this.#last.by !== event.task) return event;
    const { call } = this.#last;
    this.#last = undefined;
    return { ...event, call };
  }
}
