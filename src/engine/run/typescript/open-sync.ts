import * as scheduler from '@yieldpoint/scheduler';
import type { SyncName } from '@yieldpoint/scheduler';
import { variableLimits } from '../../trace/event/variables.ts';
import { readField } from './read-without-running.ts';

/** What to show of a lock, a queue, … of the scheduler. */
export type OpenedSync = {
  readonly form?: 'deque';
  readonly items?: readonly unknown[];
  readonly size?: number;
  /** In the words of asyncio's own `repr`: `locked`, `set`, `value 2`. */
  readonly label?: string;
  /** Its name in the loop; undefined until it has one. */
  readonly sync?: SyncName;
};

const { Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier, Queue, LifoQueue, PriorityQueue } = scheduler;
const { isArray } = Array;

const readLock = (lock: object): string => (readField(lock, '_isLocked') === true ? 'locked' : 'unlocked');
const readSemaphore = (semaphore: object): string => `value ${String(readField(semaphore, '_value'))}`;

const states = new Map<object, (value: object) => string>([
  [Lock.prototype, readLock],
  [Event.prototype, (event) => (readField(event, '_isSet') === true ? 'set' : 'unset')],
  [Semaphore.prototype, readSemaphore],
  [BoundedSemaphore.prototype, readSemaphore],
  [Condition.prototype, (condition) => readLock(readField(condition, '_lock') as object)],
  [Barrier.prototype, (barrier) => String(readField(barrier, '_state'))],
]);
const queues: ReadonlySet<object> = new Set([Queue, LifoQueue, PriorityQueue].map(({ prototype }) => prototype));
const all: ReadonlySet<object> = new Set([...states.keys(), ...queues]);

/**
 * Opens a lock, an event, a queue, … without running any code: a queue shows its items, any other object its state. An object of a
 * derived class in the program shows only its name.
 *
 * @param prototypes what the object inherits from, nearest first
 */
export function openSync(value: object, prototypes: readonly object[]): OpenedSync {
  if (!prototypes.some((each) => all.has(each))) return {};
  const [own = value] = prototypes;
  const label = states.get(own)?.(value);
  const name = readField(value, '_name') as SyncName | null | undefined;
  return {
    ...(queues.has(own) ? openQueue(value) : {}),
    ...(label === undefined ? {} : { label }),
    ...(name ? { sync: name } : {}),
  };
}

/** The items of a queue in the order in which it keeps them: a ring that begins at its head, a stack, or a heap. */
function openQueue(queue: object): Pick<OpenedSync, 'form' | 'items' | 'size'> {
  const kept = readField(queue, '_items') as object;
  const list = readField(kept, '_list');
  const ring = list ?? readField(kept, '_ring');
  if (!isArray(ring)) return {};
  const [head, size] = isArray(list)
    ? [0, list.length]
    : [readField(kept, '_head') as number, readField(kept, 'count') as number];
  const items: unknown[] = [];
  for (let at = 0; at < size && at < variableLimits.items; at += 1) {
    items.push(readField(ring, (head + at) % ring.length));
  }
  return { form: 'deque', items, size };
}
