import type { SyncName, WaitTarget } from '@yieldpoint/scheduler';
import type { TraceEvent } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';
import type { TraceNames } from '../event/names.ts';
import { roundLabels } from './round-labels.ts';

/** The names of one run's parts on the page. */
export type Names = {
  /** By task id, in order of creation: the name that the program gave it, or else the call of its coroutine. */
  readonly tasks: ReadonlyMap<number, string>;
  /** By frame id, in order of entry: its call. Plain functions have no lane and are not included. */
  readonly frames: ReadonlyMap<number, string>;
  /** A lock, queue, …: the variable or attribute that holds it, or else its class, with its number if the run has several. */
  readonly sync: (name: SyncName) => string;
  /** The class of a lock, queue, … whose name is not its class. */
  readonly type: (name: SyncName) => string | undefined;
  /** The label of a timer, a callback or a wait, with its number rounded. */
  readonly label: (label: string) => string;
  /** A future: the variable or attribute that holds it; undefined if none was seen. */
  readonly future: (id: number) => string | undefined;
  /** The call in a thread that completes a future; undefined for other futures. */
  readonly call: (future: number) => string | undefined;
  /** What a task waits for; `at` is the object that it has joined as a waiter, if any. */
  readonly wait: (on: WaitTarget, at: SyncName | null) => string;
};

/**
 * Returns the names of a run's parts. If several would have the same name, the second and later ones are numbered.
 *
 * @param given the names derived from its variables
 */
export function nameParts(events: readonly TraceEvent[], given: TraceNames): Names {
  const calls = new Map(given.frames);
  const futures = new Map(given.futures);
  const tasks: [number, string][] = [];
  const frames: [number, string][] = [];
  const several = new Set<string>();
  const callsOfFutures = new Map<number, number>();
  const roots = findRoots(events);
  const label = roundLabels(listLabels(events));
  const sleeps = findSleeps(events, label);
  for (const event of events) {
    if (event.kind === 'task-created')
      tasks.push([event.id, nameTask(event, roots.get(event.id), calls, sleeps.get(event.id))]);
    if (event.kind === 'frame-created' && isSuspendable(event.type)) {
      frames.push([event.frame, calls.get(event.frame) ?? event.function]);
    }
    if (event.kind === 'future-created' && event.call !== undefined) callsOfFutures.set(event.future, event.call);
    if (event.kind === 'sync-enqueued' && event.on.id > 1) several.add(event.on.object);
  }
  const taskNames = new Map(numberDuplicates(tasks));
  const syncNames = new Map(numberDuplicates(given.sync.map(([object, id, name]) => [`${object} #${id}`, name])));
  const futureNames = new Map(numberDuplicates([...futures]));
  const sync: Names['sync'] = ({ object, id }) =>
    syncNames.get(`${object} #${id}`) ?? (several.has(object) ? `${object} #${id}` : object);
  const call: Names['call'] = (future) => taskNames.get(callsOfFutures.get(future) ?? 0);
  return {
    tasks: taskNames,
    frames: new Map(numberDuplicates(frames)),
    sync,
    type: (name) => (syncNames.has(`${name.object} #${name.id}`) ? name.object : undefined),
    label,
    future: (id) => futureNames.get(id),
    call,
    wait: (on, at) => {
      if (on.what === 'task' && on.id !== undefined) return taskNames.get(on.id) ?? on.label;
      if (on.what === 'future' && on.id !== undefined) return futureNames.get(on.id) ?? call(on.id) ?? on.label;
      return at && on.label === at.object ? sync(at) : label(on.label);
    },
  };
}

type FrameCreated = Extract<TraceEvent, { kind: 'frame-created' }>;

function* listLabels(events: readonly TraceEvent[]): Iterable<string> {
  for (const event of events) {
    if (event.kind === 'timer-set') yield event.label;
    if (event.kind === 'task-waits') yield event.on.label;
  }
}

/** The frame with which a task begins: the first that the loop enters in it, or the call that runs in a thread. */
function findRoots(events: readonly TraceEvent[]): ReadonlyMap<number, FrameCreated> {
  const created = new Map<number, FrameCreated>();
  const threads = new Set<number>();
  const roots = new Map<number, FrameCreated>();
  const tasksOfFrames = new Map<number | null, number | null>();
  const add = (task: number | null, frame: FrameCreated | undefined): void => {
    if (task !== null && frame !== undefined && !roots.has(task)) roots.set(task, frame);
  };
  for (const event of events) {
    if (event.kind === 'task-created' && event.thread !== undefined) threads.add(event.id);
    if (event.kind === 'frame-created') {
      if (isSuspendable(event.type)) created.set(event.frame, event);
      else if (event.task !== null && threads.has(event.task)) add(event.task, event);
    }
    if (event.kind !== 'frame-resumed') continue;
    // An eager task begins inside the frames of the task that creates it.
    if (event.by === null || tasksOfFrames.get(event.by) !== event.task) add(event.task, created.get(event.frame));
    tasksOfFrames.set(event.frame, event.task);
  }
  return roots;
}

/** What a task waits for first if it is only a sleep of the library's: `sleep(2)`. */
function findSleeps(events: readonly TraceEvent[], label: Names['label']): ReadonlyMap<number, string> {
  const sleeps = new Map<number, string>();
  for (const event of events) {
    if (event.kind === 'task-waits' && event.on.what === 'sleep' && !sleeps.has(event.id)) {
      sleeps.set(event.id, label(event.on.label));
    }
  }
  return sleeps;
}

/** A task is named by the program, or after the call of its coroutine, unless the coroutine is the library's. */
function nameTask(
  { name, coroutine }: Extract<TraceEvent, { kind: 'task-created' }>,
  root: FrameCreated | undefined,
  calls: ReadonlyMap<number, string>,
  sleep: string | undefined,
): string {
  if (!isDefault(name)) return name;
  if (root === undefined && coroutine === 'sleep' && sleep !== undefined) return sleep;
  return root?.function === coroutine ? (calls.get(root.frame) ?? coroutine) : coroutine;
}

const isDefault = (name: string): boolean => /^Task-\d+$/.test(name);

function numberDuplicates<Id>(all: readonly (readonly [Id, string])[]): (readonly [Id, string])[] {
  const places = new Map<string, number>();
  const taken = new Set(all.map(([, name]) => name));
  return all.map(([id, name]) => {
    let place = (places.get(name) ?? 0) + 1;
    // The program may have used the name that numbering would make.
    while (place > 1 && taken.has(`${name} #${place}`)) place += 1;
    places.set(name, place);
    return [id, place === 1 ? name : `${name} #${place}`];
  });
}
