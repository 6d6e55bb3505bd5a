/*
 * Nothing is ready and no timer is set: every task waits for something that no task is left to do. In a closed world with a virtual
 * clock this is exact.
 */
import { coroutineName } from '../tasks/coroutine-name.ts';
import type { TaskContract } from '../loop/contracts.ts';
import type { WaitTarget } from './observer.ts';
import type { Task } from '../tasks/task.ts';

/** A task of a deadlock and what it waits for. */
export type DeadlockedTask = { readonly task: Task; readonly name: string; readonly on: WaitTarget };

/**
 * The run cannot continue. `waiting` lists the tasks in creation order with what each waits for, before anything was canceled;
 * `tree` is the same as text, with tasks below the tasks that wait for them.
 */
export class DeadlockError extends Error {
  override get name(): string {
    return 'DeadlockError';
  }
  /** The remaining tasks, in order of creation. */
  readonly waiting: readonly DeadlockedTask[];
  /** A line for each task and what it waits for, with that indented below it. */
  readonly tree: string;

  /** @internal */
  constructor(tasks: readonly Task[]) {
    const tree = formatTree(tasks);
    super(
      `Expected something to be ready or a timer to be set, but ${tree === '' ? 'there is no task' : 'every task waits'}.${tree && `\n${tree}`}`,
    );
    this.waiting = tasks.map((task) => ({ task, name: task.getName(), on: targetOf(task) }));
    this.tree = tree;
  }
}

function targetOf(task: Task): WaitTarget {
  return task._waiter?._target() ?? { what: 'tick', label: 'nothing' };
}

/**
 * Tasks that nobody waits for come first, with what they wait for indented below them; a cycle ends with the name with which it
 * began.
 */
function formatTree(tasks: readonly Task[]): string {
  const awaited = new Map<TaskContract, Task[]>();
  for (const task of tasks) {
    for (const callback of task._callbackList()) {
      const by = callback._awaiter;
      if (by) awaited.set(by, [...(awaited.get(by) ?? []), task]);
    }
  }
  const children = new Set([...awaited.values()].flat());
  const lines: string[] = [];
  const shown = new Set<Task>();
  const show = (task: Task, depth: number): void => {
    const again = shown.has(task);
    shown.add(task);
    const coroutine = coroutineName(task.getCoro());
    const name = coroutine === 'coroutine' ? task.getName() : `${task.getName()} (${coroutine})`;
    lines.push(`${'  '.repeat(depth)}${name} ${again ? 'again' : `waits for ${targetOf(task).label}`}`);
    if (!again) for (const child of awaited.get(task) ?? []) show(child, depth + 1);
  };
  for (const task of tasks) if (!children.has(task)) show(task, 0);
  for (const task of tasks) if (!shown.has(task)) show(task, 0);
  return lines.join('\n');
}
