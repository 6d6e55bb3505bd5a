import type { TraceEvent } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';

type Event<Kind extends TraceEvent['kind']> = Extract<TraceEvent, { kind: Kind }>;

/** What created the timers, the futures and the frames of a run, by their ids. */
export type Origins = {
  readonly timers: ReadonlyMap<number, Event<'timer-set'>>;
  readonly futures: ReadonlyMap<number, Event<'future-created'>>;
  readonly frames: ReadonlyMap<number, Event<'frame-created'>>;
  /** The frames that cannot suspend, in order of entry: those of plain functions, and the module's. */
  readonly plainFrames: ReadonlySet<number>;
};

export function indexOrigins(events: readonly TraceEvent[]): Origins {
  const timers = new Map<number, Event<'timer-set'>>();
  const futures = new Map<number, Event<'future-created'>>();
  const frames = new Map<number, Event<'frame-created'>>();
  const plainFrames = new Set<number>();
  for (const event of events) {
    if (event.kind === 'timer-set') timers.set(event.timer, event);
    if (event.kind === 'future-created') futures.set(event.future, event);
    if (event.kind !== 'frame-created') continue;
    frames.set(event.frame, event);
    if (!isSuspendable(event.type)) plainFrames.add(event.frame);
  }
  return { timers, futures, frames, plainFrames };
}
