import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  CancelledError,
  currentTask,
  ExceptionGroup,
  run,
  sleep,
  TaskGroup,
  type Coroutine,
  type ObserverRecord,
} from '../index.ts';

function* failsAfter(seconds: number, error: Error): Coroutine<never> {
  yield* sleep(seconds);
  throw error;
}

describe('a task group', () => {
  it('with two tasks that fail in one iteration aborts once', () => {
    const errors = [new Error('first'), new Error('second')];
    const aborted: ObserverRecord[] = [];
    const requests: number[] = [];
    const observer = (record: ObserverRecord): void => {
      if (record.kind === 'group-aborted') aborted.push(record);
      if (record.kind === 'cancel-requested') requests.push(record.id);
    };
    let cancellations = 0;
    function* waits(): Coroutine<void> {
      try {
        yield* sleep(10);
      } catch (error) {
        if (error instanceof CancelledError) cancellations++;
        yield* sleep(1);
        throw error;
      }
    }
    function* main(): Coroutine<unknown> {
      try {
        yield* asyncWith(new TaskGroup(), function* (group) {
          for (const error of errors) group.createTask(failsAfter(1, error));
          group.createTask(waits());
          yield* sleep(5);
        });
      } catch (error) {
        expect(currentTask()?.cancelling()).toBe(0);
        return error;
      }
      return undefined;
    }
    const error = run(main(), { observer });
    expect(error).toBeInstanceOf(ExceptionGroup);
    expect((error as ExceptionGroup).exceptions).toEqual(errors);
    expect(aborted).toHaveLength(1);
    // The sibling, then the parent.
    expect(requests).toEqual([4, 1]);
    expect(cancellations).toBe(1);
  });
});
