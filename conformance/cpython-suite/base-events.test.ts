/* CPython's test_base_events without the tests of exception handlers: callbacks, timers, iterations. */
import { describe, expect, it } from 'vitest';
import {
  createTask,
  currentTask,
  DeadlockError,
  ensureFuture,
  EventLoop,
  getRunningLoop,
  Handle,
  RuntimeError,
  sleep,
  Task,
  TimerHandle,
  type Coroutine,
  type CoroutineLike,
  type TaskOptions,
} from '../../src/engine/scheduler/index.ts';
import { loopTest, TestLoop } from './test-loop.ts';

function* nothing(): Coroutine<void> {}

function doNothing(): void {}

describe('BaseEventLoopTests: life', () => {
  it('test_close: a closed loop can be closed again but not run', () => {
    const loop = new EventLoop();
    expect(loop.isClosed()).toBe(false);
    loop.close();
    expect(loop.isClosed()).toBe(true);
    loop.close();
    const future = loop.createFuture();
    expect(() => {
      loop.runForever();
    }).toThrow(new RuntimeError('Event loop is closed'));
    expect(() => loop.runUntilComplete(future)).toThrow(new RuntimeError('Event loop is closed'));
  });

  loopTest('test_run_until_complete_type_error: a string cannot be completed', (loop) => {
    expect(() => loop.runUntilComplete('blah' as never)).toThrow(TypeError);
  });

  loopTest('test_run_until_complete_loop: a loop cannot complete a future of another one', (loop) => {
    const future = loop.createFuture();
    expect(() => new TestLoop().runUntilComplete(future)).toThrow(RangeError);
  });

  loopTest(
    'test_run_until_complete_loop_orphan_future_close_loop: a run that failed does not stop the next one',
    (loop) => {
      const orphan = loop.createFuture<number>();
      expect(() => loop.runUntilComplete(orphan)).toThrow(DeadlockError);
      loop.callLater(0.1, () => {
        orphan.setResult(1);
      });
      loop.runUntilComplete(sleep(0.2));
      expect(loop.time()).toBe(0.2);
    },
  );

  loopTest('test_run_once: stop scheduled behind a callback ends the run after it', (loop) => {
    const calls: string[] = [];
    loop.callSoon(() => calls.push('callback'));
    loop.callSoon(() => {
      loop.stop();
    });
    loop.runForever();
    expect(calls).toEqual(['callback']);
    expect(loop._iteration).toBe(1);
  });

  loopTest(
    'test_run_forever_pre_stopped: a loop that was stopped before runs one iteration, and time stands still',
    (loop) => {
      loop.callLater(10, doNothing);
      loop.stop();
      loop.runForever();
      expect(loop._iteration).toBe(1);
      expect(loop.time()).toBe(0);
    },
  );

  loopTest('test_custom_run_forever_integration: a loop can be driven iteration by iteration', (loop) => {
    let count = 0;
    loop.callSoon(() => count++);
    loop._enter();
    expect(getRunningLoop()).toBe(loop);
    expect(loop.isRunning()).toBe(true);
    for (let i = 0; i < 10; i++) {
      loop.callSoon(doNothing);
      loop._runOnce();
    }
    loop._leave();
    expect(() => getRunningLoop()).toThrow(RuntimeError);
    expect(loop.isRunning()).toBe(false);
    expect(loop._iteration).toBe(10);
    expect(count).toBe(1);
  });
});

describe('RunningLoopTests', () => {
  loopTest('test_running_loop_within_a_loop: a loop cannot run inside another one', (loop) => {
    function* main(): Coroutine<void> {
      new EventLoop().runForever();
    }
    expect(() => {
      loop.runUntilComplete(main());
    }).toThrow(new RuntimeError('Cannot run the event loop while another loop is running'));
  });
});

describe('BaseEventLoopTests: callbacks', () => {
  loopTest('test__add_callback_handle: a callback is put on the ready queue, not among the timers', (loop) => {
    loop.callSoon(doNothing);
    expect(loop._ready.count).toBe(1);
    expect(loop.liveTimers).toBe(0);
  });

  loopTest('test__add_callback_cancelled_handle: one that is cancelled is never called', (loop) => {
    const calls: string[] = [];
    loop.callSoon(() => calls.push('cancelled')).cancel();
    loop.callLater(1, () => calls.push('cancelled timer')).cancel();
    loop.runBriefly();
    expect(calls).toEqual([]);
    expect(loop._ready.count).toBe(0);
    expect(loop.liveTimers).toBe(0);
  });

  loopTest('test_call_soon: callSoon gives a handle', (loop) => {
    const handle = loop.callSoon(doNothing);
    expect(handle).toBeInstanceOf(Handle);
    expect(handle).not.toBeInstanceOf(TimerHandle);
    expect(loop._ready.count).toBe(1);
  });

  loopTest('test_call_soon_non_callable: a number cannot be called', (loop) => {
    expect(() => loop.callSoon(1 as never)).toThrow(new TypeError('Expected a callback, but got 1.'));
  });
});

describe('BaseEventLoopTests: timers', () => {
  loopTest('test_call_later: callLater gives a handle of a timer', (loop) => {
    const handle = loop.callLater(10, doNothing);
    expect(handle).toBeInstanceOf(TimerHandle);
    expect(handle.when()).toBe(10);
    expect(loop.liveTimers).toBe(1);
    expect(loop._ready.count).toBe(0);
    expect(() => loop.callLater(null as never, doNothing)).toThrow(
      new RangeError('Expected a delay in seconds, but got null.'),
    );
  });

  loopTest('test_call_later_negative_delays: timers in the past are called in the order of their deadlines', (loop) => {
    const calls: string[] = [];
    loop.callLater(-1, () => calls.push('a'));
    loop.callLater(-2, () => calls.push('b'));
    loop.runBriefly();
    expect(calls).toEqual(['b', 'a']);
    expect(loop.time()).toBe(0);
  });

  loopTest('test_time_and_call_at: the clock reads the deadline when the timer is called', (loop) => {
    loop.callAt(0.1, () => {
      loop.stop();
    });
    loop.runForever();
    expect(loop.time()).toBe(0.1);
    expect(() => loop.callAt(null as never, doNothing)).toThrow(
      new RangeError('Expected a time in seconds, but got null.'),
    );
  });

  loopTest('test__run_once: the clock jumps past a cancelled timer to the next one', (loop) => {
    const calls: number[] = [];
    loop.callAt(5, () => calls.push(5)).cancel();
    loop.callAt(10, () => calls.push(10));
    loop._runOnce();
    expect(calls).toEqual([10]);
    expect(loop.time()).toBe(10);
    expect(loop._timers.size).toBe(0);
  });

  loopTest('test__run_once_schedule_handle: what a callback schedules waits for the next iteration', (loop) => {
    const calls: string[] = [];
    loop.callAt(-1, () => {
      calls.push('timer');
      loop.callSoon(() => calls.push('scheduled by it'));
    });
    loop._runOnce();
    expect(calls).toEqual(['timer']);
    expect(loop._ready.count).toBe(1);
    loop._runOnce();
    expect(calls).toEqual(['timer', 'scheduled by it']);
  });

  loopTest('test__run_once_cancelled_event_cleanup: cancelled timers are forgotten when they are many', (loop) => {
    const timers = loop._timers;
    const set = (count: number, delay: number, cancel: boolean): void => {
      for (let i = 0; i < count; i++) {
        const handle = loop.callLater(delay, doNothing);
        if (cancel) handle.cancel();
      }
    };
    const runOnce = (): void => {
      loop.callSoon(doNothing);
      loop._runOnce();
    };

    // Few: only those at the head are removed.
    set(1, 3000, false);
    set(2, 3600, true);
    set(2, 100, true);
    expect(timers.cancelled).toBe(4);
    runOnce();
    expect(timers.cancelled).toBe(2);
    expect(timers.size).toBe(3);

    // More than a hundred, and more than half of them.
    set(49, 3600, false);
    set(51, 3600, true);
    expect(timers.size).toBe(103);
    runOnce();
    expect(timers.size).toBe(50);
    expect(timers.cancelled).toBe(0);
  });
});

describe('BaseEventLoopTests: tasks', () => {
  class MyTask<T> extends Task<T> {}

  /** Everything that asyncio's task factories are for can be done by a custom loop. */
  class MyLoop extends TestLoop {
    override createTask<T>(coroutine: CoroutineLike<T>, options?: TaskOptions): Task<T> {
      return new MyTask(coroutine, this, options);
    }
  }

  for (const name of [
    'test_create_task: ensureFuture makes the tasks that the loop makes',
    'test_set_task_factory: createTask makes the tasks that the loop makes',
  ]) {
    it(name, () => {
      const loop = new MyLoop();
      const make = name.includes('factory') ? createTask : ensureFuture;
      function* main(): Coroutine<void> {
        expect(currentTask()).toBeInstanceOf(MyTask);
        const task = make(nothing());
        expect(task).toBeInstanceOf(MyTask);
        yield* task;
      }
      loop.runUntilComplete(main());
      expect(loop._taskCount).toBe(2);
    });
  }

  it('test_create_task_error_closes_coro: a closed loop makes no tasks', () => {
    const loop = new EventLoop();
    loop.close();
    expect(() => loop.createTask(nothing())).toThrow(new RuntimeError('Event loop is closed'));
    expect(loop._tasks()).toEqual([]);
  });

  it.each([
    ['test_create_named_task_with_default_factory: a task keeps the name it was given', TestLoop],
    ['test_create_named_task_with_custom_factory: a task of a class of its own keeps the name it was given', MyLoop],
  ])('%s', (_name, Loop) => {
    const loop = new Loop();
    const task = loop.createTask(nothing(), { name: 'test_task' });
    expect(task.getName()).toBe('test_task');
    loop.runUntilComplete(task);
  });
});
