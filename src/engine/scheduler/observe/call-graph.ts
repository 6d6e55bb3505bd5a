/*
 * Who awaits whom (CPython 3.14's `asyncio.graph`). Nothing is kept for this while a program runs: who waits for a future is among the
 * future's callbacks, and each callback knows its task.
 */
import { coroutineName } from '../tasks/coroutine-name.ts';
import type { TaskContract } from '../loop/contracts.ts';
import { current, runningLoop } from '../loop/current.ts';
import { nameValue } from '../name-value.ts';
import { Future } from '../tasks/future.ts';
import { Task } from '../tasks/task.ts';

/**
 * A future, the functions in progress in it if it is a task (innermost first, by name), and the tasks that wait for it.
 *
 * A generator does not show what it delegates to, so for tasks made from generators only the outermost function is known.
 *
 * @see asyncio.graph.FutureCallGraph
 */
export type CallGraph = {
  readonly future: Future;
  readonly callStack: readonly string[];
  readonly awaitedBy: readonly CallGraph[];
};

/**
 * The graph of a future, or of the current task; null if there is neither.
 *
 * @throws TypeError if it is not a future; RuntimeError outside of a run if none is given.
 * @see asyncio.graph.capture_call_graph
 */
export function captureCallGraph(future?: Future): CallGraph | null {
  if (future !== undefined) return capture(future, new Set());
  runningLoop();
  return current.task === null ? null : capture(current.task, new Set());
}

function capture(future: unknown, above: ReadonlySet<unknown>): CallGraph {
  if (!(future instanceof Future)) throw new TypeError(`Expected a future or a task, but got ${nameValue(future)}.`);
  const waiting = new Set<TaskContract>();
  for (const { _awaiter: task } of future._callbackList()) if (task && !above.has(task)) waiting.add(task);
  const seen = new Set([...above, future]);
  return {
    future: future as Future,
    callStack: future instanceof Task ? callStackOf(future as Task) : [],
    awaitedBy: [...waiting].map((task) => capture(task, seen)),
  };
}

function callStackOf(task: Task): readonly string[] {
  const coroutine: object = task.getCoro();
  return '_callStack' in coroutine ? (coroutine._callStack as () => string[])() : [coroutineName(coroutine)];
}

/**
 * The same as text, with waiting tasks indented below what they wait for; empty if there is neither future nor task.
 *
 * @see asyncio.graph.format_call_graph
 */
export function formatCallGraph(future?: Future): string {
  const graph = captureCallGraph(future);
  return graph === null ? '' : render(graph, '').join('\n');
}

function render({ future, callStack, awaitedBy }: CallGraph, indent: string): string[] {
  const lines = [future instanceof Task ? `* Task(name='${future.getName()}')` : '* Future()'];
  if (callStack.length > 0) lines.push('  + Call stack:', ...callStack.map((name) => `  |   ${name}()`));
  if (awaitedBy.length > 0) lines.push('  + Awaited by:');
  return [...lines.map((line) => indent + line), ...awaitedBy.flatMap((graph) => render(graph, `${indent}    `))];
}
