/* Checks what is always true of a loop between two callbacks, as the heads of the files say. Only tests call it. */
import type { EventLoop } from '../loop/event-loop.ts';
import { pending } from '../tasks/future.ts';
import { Task } from '../tasks/task.ts';

/** @internal @throws Error if a rule of the loop's state is broken. */
export function assertInvariant(loop: EventLoop): void {
  const ready = readyEntries(loop);
  assertTasks(loop, ready);
  assertTimers(loop);
}

function readyEntries(loop: EventLoop): unknown[] {
  const { _ring: ring, _head: head, _tail: tail, _mask: mask, count, _todo: todo } = loop._ready;
  const places = Array.from({ length: (tail - head) & mask }, (_, i) => ring[(head + i) & mask]);
  const entries: unknown[] = [];
  for (let i = 0; i < places.length; i++) {
    const isStep = places[i] instanceof Task && (places[i] as Task)._state === pending;
    entries.push(isStep ? places[i] : places[++i]);
  }
  check(entries.length === todo + count, 'the count of what is ready is wrong');
  return entries;
}

/** Every task that is not done is linked once, in creation order, and is either ready once or waits for something that is not done. */
function assertTasks(loop: EventLoop, ready: readonly unknown[]): void {
  const tasks = loop._tasks();
  check(new Set(tasks).size === tasks.length, 'a task is linked twice');
  for (const task of tasks) {
    const name = task.getName();
    check(task._state === pending, `${name} is linked, but done`);
    const times = ready.filter((entry) => entry === task).length;
    const waiter = task._waiter;
    const isWaiting = waiter !== null && !waiter.done();
    check(
      times === (isWaiting ? 0 : 1),
      `${name} ${isWaiting ? 'waits' : 'does not wait'}, but is ready ${times} times`,
    );
  }
  for (const entry of ready) if (entry instanceof Task) check(entry._state === pending, 'a task that is done is ready');
}

/** No timer comes before its parent, and the number of canceled ones is right. */
function assertTimers(loop: EventLoop): void {
  const { _timers: timers, _deadlines: deadlines, size, cancelled } = loop._timers;
  check(timers.length === size, 'there are more or fewer timers than the heap says');
  check(timers.filter((timer) => timer._cancelled).length === cancelled, 'the count of cancelled timers is wrong');
  for (let i = 1; i < size; i++) {
    const parent = (i - 1) >> 1;
    const [above, below] = [deadlines[parent] ?? NaN, deadlines[i] ?? NaN];
    const [first, second] = [timers[parent]?._order ?? NaN, timers[i]?._order ?? NaN];
    check(above < below || (above === below && first < second), 'a timer comes before its parent');
  }
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(`Expected the loop's invariants to hold, but ${message}.`);
}
