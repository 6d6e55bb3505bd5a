/* The tests of CPython's test_tasks that use shield. */
import { describe, expect } from 'vitest';
import {
  CancelledError,
  gather,
  RuntimeError,
  shield,
  type Coroutine,
  type Future,
} from '../../src/engine/scheduler/index.ts';
import { loopTest } from './test-loop.ts';

function* returns<T>(value: T): Coroutine<T> {
  return value;
}

describe('BaseTaskTests: shield', () => {
  loopTest('test_shield_result: the result of what is shielded is that of the shield', (loop) => {
    const inner = loop.createFuture<number>();
    const outer = shield(inner);
    inner.setResult(42);
    expect(loop.runUntilComplete(outer)).toBe(42);
  });

  loopTest('test_shield_exception: the exception of what is shielded is that of the shield', (loop) => {
    const failure = new Error('expected');
    const inner = loop.createFuture();
    const outer = shield(inner);
    loop.runBriefly();
    inner.setException(failure);
    loop.runBriefly();
    expect(outer.exception()).toBe(failure);
  });

  loopTest('test_shield_cancel_inner: cancelling what is shielded cancels the shield', (loop) => {
    const inner = loop.createFuture();
    const outer = shield(inner);
    loop.runBriefly();
    inner.cancel();
    loop.runBriefly();
    expect(outer.cancelled()).toBe(true);
  });

  loopTest('test_shield_cancel_outer: cancelling the shield leaves no task waiting for it', (loop) => {
    const inner = loop.createFuture();
    const outer = shield(inner);
    loop.runBriefly();
    outer.cancel();
    loop.runBriefly();
    expect(outer.cancelled()).toBe(true);
    expect(inner.done()).toBe(false);
    expect(outer._callbackList()).toHaveLength(0);
  });

  /** Drops a shield of the future. */
  function cancelShield(loop: { runBriefly(): void }, inner: Future): void {
    const outer = shield(inner);
    loop.runBriefly();
    outer.cancel();
    loop.runBriefly();
  }

  loopTest(
    'test_shield_cancel_outer_result: a result that comes after the shield was cancelled is not reported',
    (loop) => {
      const inner = loop.createFuture<number>();
      cancelShield(loop, inner);
      inner.setResult(1);
      loop.runBriefly();
      expect(loop.uncaught).toEqual([]);
    },
  );

  for (const [name, times] of [
    ['test_shield_cancel_outer_exception: an exception that comes after the shield was cancelled is reported', 1],
    ['test_shield_duplicate_log_once: an exception behind two cancelled shields is reported once', 2],
  ] as const) {
    loopTest(name, (loop) => {
      const failure = new Error('foo');
      const inner = loop.createFuture();
      for (let i = 0; i < times; i++) cancelShield(loop, inner);
      inner.setException(failure);
      loop.runBriefly();
      expect(loop.uncaught.splice(0)).toEqual(['Error exception in shielded future', failure]);
    });
  }

  loopTest('test_shield_shortcut: what is done already needs no shield', (loop) => {
    const future = loop.createFuture<number>();
    future.setResult(42);
    expect(shield(future)).toBe(future);
    expect(loop.runUntilComplete(shield(future))).toBe(42);
  });

  loopTest('test_shield_effect: cancelling a task that waits for a shield does not reach what is shielded', (loop) => {
    const future = loop.createFuture<null>();
    const log: string[] = [];
    function* inner(): Coroutine<void> {
      yield* future;
      log.push('inner goes on');
    }
    function* outer(): Coroutine<void> {
      yield* shield(inner());
      log.push('outer goes on');
    }
    const task = loop.createTask(outer());
    loop.runBriefly();
    task.cancel();
    expect(() => {
      loop.runUntilComplete(task);
    }).toThrow(CancelledError);
    future.setResult(null);
    loop.runBriefly();
    expect(log).toEqual(['inner goes on']);
  });

  loopTest('test_shield_gather: a shielded gather continues when the shield is cancelled', (loop) => {
    const [first, second] = [loop.createFuture<number>(), loop.createFuture<number>()];
    const parent = gather([first, second]);
    const outer = shield(parent);
    loop.runBriefly();
    outer.cancel();
    loop.runBriefly();
    expect(outer.cancelled()).toBe(true);
    first.setResult(1);
    second.setResult(2);
    loop.runBriefly();
    expect(parent.result()).toEqual([1, 2]);
  });

  loopTest('test_gather_shield: cancelling a gather of shields cancels the shields only', (loop) => {
    const children = [loop.createFuture<number>(), loop.createFuture<number>()];
    const shields = children.map((child) => shield(child));
    const parent = gather(shields);
    loop.runBriefly();
    parent.cancel();
    loop.runBriefly();
    expect(parent.exception()).toBeInstanceOf(CancelledError);
    expect(shields.map((each) => each.cancelled())).toEqual([true, true]);
    expect(children.map((each) => each.done())).toEqual([false, false]);
    for (const child of children) child.setResult(1);
    loop.runBriefly();
  });

  loopTest('test_shield_coroutine_without_loop: outside of a run a coroutine cannot be shielded', () => {
    expect(() => shield(returns(42))).toThrow(RuntimeError);
  });

  loopTest('test_shield_coroutine_use_running_loop: inside a run it becomes a task of the running loop', (loop) => {
    function* main(): Coroutine<Future<number>[]> {
      return [shield(returns(42))];
    }
    const [outer] = loop.runUntilComplete(main()) as [Future<number>];
    expect(outer.getLoop()).toBe(loop);
    expect(loop.runUntilComplete(outer)).toBe(42);
  });
});
