/*
 * Shared by the tests of task groups. As upstream, each test runs twice: with tasks that start in the next iteration, and with
 * tasks that start at once.
 */
import { iterate } from '../../src/engine/scheduler/tasks/ensure-future.ts';
import {
  CancelledError,
  EventLoop,
  sleep,
  type AwaitableLike,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTestOn } from './async-test.ts';
import { EagerLoop } from './eager-loop.ts';

/** The two ways to run a test; `name` is upstream's class. */
export const groupTests = [
  { name: 'TestTaskGroup', test: asyncTestOn(() => new EventLoop()) },
  { name: 'TestEagerTaskTaskGroup', test: asyncTestOn(() => new EagerLoop()) },
] as const;

/** Raises the error after this many seconds; with null at once, without waiting. */
export function* failsAfter(seconds: number | null, error: Error): Coroutine<never> {
  if (seconds !== null) yield* sleep(seconds);
  throw error;
}

/** Waits, and records in the log whether the wait was canceled or completed. */
export function* keepsCancellation(awaitable: AwaitableLike<unknown>, log: string[], name: string): Coroutine<void> {
  try {
    yield* iterate(awaitable);
  } catch (error) {
    if (error instanceof CancelledError) log.push(`${name} cancelled`);
    throw error;
  }
  log.push(`${name} completed`);
}
