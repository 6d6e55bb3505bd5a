import type { SyncName, WaitTarget } from '@yieldpoint/scheduler';
import type { TraceEvent } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';

/** What the parts of one run are called on the page. */
export type Names = {
  /** By task id, in order of creation: the name the program gave it, or else its coroutine's. */
  readonly tasks: ReadonlyMap<number, string>;
  /** By frame id, in order of entry: the function's name. Plain functions, which are in no lane, are not among them. */
  readonly frames: ReadonlyMap<number, string>;
  /** A lock, queue, …: its class, and its number where the run has several. */
  readonly sync: (name: SyncName) => string;
  /** What a task waits for; `at` is the object whose waiters it has joined, if any. */
  readonly wait: (on: WaitTarget, at: SyncName | null) => string;
};

/** Returns the names of a run's parts. Where a name occurs more than once its bearers are numbered: `think #2`. */
export function nameParts(events: readonly TraceEvent[]): Names {
  const tasks: [number, string][] = [];
  const frames: [number, string][] = [];
  const several = new Set<string>();
  for (const event of events) {
    if (event.kind === 'task-created') tasks.push([event.id, isDefault(event.name) ? event.coroutine : event.name]);
    if (event.kind === 'frame-created' && isSuspendable(event.type)) frames.push([event.frame, event.function]);
    if (event.kind === 'sync-enqueued' && event.on.id > 1) several.add(event.on.object);
  }
  const taskNames = new Map(numberDuplicates(tasks));
  const sync: Names['sync'] = ({ object, id }) => (several.has(object) ? `${object} #${id}` : object);
  return {
    tasks: taskNames,
    frames: new Map(numberDuplicates(frames)),
    sync,
    wait: (on, at) => {
      if (on.what === 'task' && on.id !== undefined) return taskNames.get(on.id) ?? on.label;
      return at && on.label === at.object ? sync(at) : on.label;
    },
  };
}

const isDefault = (name: string): boolean => /^Task-\d+$/.test(name);

function numberDuplicates(all: readonly [number, string][]): [number, string][] {
  const counts = new Map<string, number>();
  for (const [, name] of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  const places = new Map<string, number>();
  return all.map(([id, name]) => {
    const place = (places.get(name) ?? 0) + 1;
    places.set(name, place);
    return [id, counts.get(name) === 1 ? name : `${name} #${place}`];
  });
}
