/*
 * The tests of CPython's test_futures, and one of test_tasks, about exceptions that nobody retrieves. CPython reports them when the
 * future is collected; here that happens at the end of the run.
 */
import { describe, expect, it } from 'vitest';
import {
  createTask,
  DeadlockError,
  getRunningLoop,
  run,
  sleep,
  type Coroutine,
  type ExceptionContext,
  type Future,
  type Task,
} from '../../src/engine/scheduler/index.ts';

/** What a run reports that does this to a future and drops it. */
function reportsOf(action: (future: Future<number>) => void): readonly ExceptionContext[] {
  const reports: ExceptionContext[] = [];
  function* main(): Coroutine<void> {
    const loop = getRunningLoop();
    loop.setExceptionHandler((_loop, context) => reports.push(context));
    action(loop.createFuture<number>());
  }
  run(main());
  return reports;
}

describe('BaseFutureTests', () => {
  const boom = new Error('boom');

  it.each<[string, (future: Future<number>) => void]>([
    ['test_tb_logger_abandoned: a future that nothing happened to is not reported', () => {}],
    [
      'test_tb_logger_not_called_after_cancel: an exception is not reported if the future is cancelled afterwards',
      (future) => {
        future.setException(boom);
        future.cancel();
      },
    ],
    [
      'test_tb_logger_result_unretrieved: a result that is never read is not reported',
      (future) => {
        future.setResult(42);
      },
    ],
    [
      'test_tb_logger_result_retrieved: a result that is read is not reported',
      (future) => {
        future.setResult(42);
        future.result();
      },
    ],
    [
      'test_tb_logger_exception_retrieved: an exception that was asked for is not reported',
      (future) => {
        future.setException(boom);
        future.exception();
      },
    ],
    [
      'test_tb_logger_exception_result_retrieved: an exception that was raised as the result is not reported',
      (future) => {
        future.setException(boom);
        expect(() => future.result()).toThrow(boom);
      },
    ],
  ])('%s', (_name, action) => {
    expect(reportsOf(action)).toEqual([]);
  });

  for (const name of [
    'test_tb_logger_exception_unretrieved: an exception that is never read is reported at the end of the run',
    'test_future_exception_never_retrieved: the report has the exception and says that of a future',
  ]) {
    it(name, () => {
      const reports = reportsOf((future) => {
        future.setException(boom);
      });
      expect(reports.map(({ message }) => message)).toEqual(['Future exception was never retrieved']);
      expect(reports[0]?.exception).toBe(boom);
    });
  }
});

describe('BaseTaskTests', () => {
  it('test_tb_logger_not_called_after_cancel: a task that failed and is cancelled afterwards is not reported', () => {
    const reports: ExceptionContext[] = [];
    function* fails(): Coroutine<void> {
      throw new TypeError('of the task');
    }
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_loop, context) => reports.push(context));
      const task = createTask(fails());
      yield* sleep(0.05);
      task.cancel();
    }
    run(main());
    expect(reports).toEqual([]);
  });

  it('test_log_destroyed_pending_task: a task that still waits when the run is over is reported', () => {
    const reports: ExceptionContext[] = [];
    const tasks: Task[] = [];
    function* refusesToEnd(): Coroutine<void> {
      const future = getRunningLoop().createFuture();
      try {
        yield* future;
      } catch {
        yield* getRunningLoop().createFuture();
      }
    }
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_loop, context) => reports.push(context));
      tasks.push(createTask(refusesToEnd()));
      yield* sleep(0);
    }
    expect(() => {
      run(main());
    }).toThrow(DeadlockError);
    expect(reports.map(({ message }) => message)).toEqual(['Task was destroyed but it is pending!']);
    expect(reports[0]?.future).toBe(tasks[0]);
  });
});
