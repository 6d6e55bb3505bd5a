import type { SyncName } from '@yieldpoint/scheduler';
import type { Trace, TraceEvent } from '../event/events.ts';
import type { Origins } from './index-origins.ts';

/** Who or what caused an event, with the `seq` of the causing event. `by` is a task's id; null for the loop. */
export type Waker = { readonly seq: number } & (
  | { readonly kind: 'timer'; readonly timer: number }
  | { readonly kind: 'end'; readonly task: number; readonly how: 'returned' | 'raised' | 'cancelled' }
  | { readonly kind: 'cancel'; readonly by: number | null }
  | { readonly kind: 'sync'; readonly on: SyncName; readonly by: number | null }
  | { readonly kind: 'future'; readonly future: number; readonly label: string; readonly by: number | null }
  | { readonly kind: 'callback'; readonly label: string }
  | { readonly kind: 'task'; readonly by: number }
);

/** Returns what caused the event, found by following `cause` through callbacks and futures; undefined if nothing did. */
export function findWaker(trace: Trace, origins: Origins, event: TraceEvent): Waker | undefined {
  let callback: Waker | undefined;
  let future: Waker | undefined;
  for (let deed = causeOf(trace, event); deed; deed = causeOf(trace, deed)) {
    const { seq, task: by } = deed;
    switch (deed.kind) {
      case 'timer-fired':
        return { seq, kind: 'timer', timer: deed.timer };
      case 'task-ended':
        return { seq, kind: 'end', task: deed.id, how: deed.how };
      case 'cancel-requested':
        return { seq, kind: 'cancel', by };
      case 'sync-woken':
        return { seq, kind: 'sync', on: deed.on, by };
      case 'future-resolved':
        future ??= {
          seq,
          kind: 'future',
          future: deed.future,
          label: origins.futures.get(deed.future)?.label ?? 'a future',
          by,
        };
        if (by !== null) return future;
        break;
      case 'callback-ready':
        callback ??= { seq, kind: 'callback', label: deed.label };
        break;
      case 'callback-runs':
      case 'task-ready':
        break;
      default:
        return callback ?? future ?? (by === null ? undefined : { seq, kind: 'task', by });
    }
  }
  return callback ?? future;
}

function causeOf(trace: Trace, event: TraceEvent): TraceEvent | undefined {
  return event.cause === null ? undefined : trace.events[event.cause];
}
