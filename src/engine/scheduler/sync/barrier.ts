/*
 * A barrier lets tasks continue when enough of them have arrived. Its states:
 *
 *   filling ──the last one comes──▶ draining ──all have left──▶ filling
 *      └──reset, some wait──▶ resetting ──all have left──▶ filling        abort, in any state ──▶ broken ──reset──▶ filling
 *
 * A task that arrives while it drains or resets waits outside until it fills again.
 */
import type { AsyncContextManager } from '../iteration/async-with.ts';
import { Condition } from './condition.ts';
import type { AwaitableCoroutine, Coroutine } from '../tasks/coroutine.ts';
import { nameValue } from '../name-value.ts';
import { BrokenBarrierError } from '../errors.ts';
import { Routine } from '../tasks/routine.ts';
import { Settled } from '../tasks/settled.ts';
import { SyncObject } from './sync-object.ts';

/**
 * asyncio's Barrier: `parties` tasks wait for one another.
 *
 * @see asyncio.locks.Barrier
 */
export class Barrier extends SyncObject implements AsyncContextManager<number> {
  /** How many tasks must arrive. */
  readonly parties: number;
  declare readonly _condition: Condition;
  declare _state: 'filling' | 'draining' | 'resetting' | 'broken';
  /** Tasks inside. */
  declare _count: number;

  /** Releases `parties` tasks at a time. @throws RangeError if `parties` is not a number from 1. */
  constructor(parties: number) {
    super();
    if (!(parties >= 1)) throw new RangeError(`Expected a number of parties from 1, but got ${nameValue(parties)}.`);
    this.parties = parties;
    this._condition = new Condition(undefined, this);
    this._state = 'filling';
    this._count = 0;
  }

  /** How many tasks wait for the others to arrive. */
  get nWaiting(): number {
    return this._state === 'filling' ? this._count : 0;
  }

  /** Whether it was aborted. */
  get broken(): boolean {
    return this._state === 'broken';
  }

  /**
   * Waits for the others; returns a number from 0 that differs for each. @throws BrokenBarrierError (awaited) on `abort` and
   * `reset`.
   */
  wait(): AwaitableCoroutine<number> {
    return new Routine('wait', passThrough(this));
  }

  /** `wait`, for `asyncWith` and `await using`. */
  aenter(): AwaitableCoroutine<number> {
    return this.wait();
  }

  /** Does nothing. */
  aexit(): AwaitableCoroutine<void> {
    return new Settled(undefined);
  }

  /** Empties the barrier: waiting tasks get a BrokenBarrierError, and the barrier can be used again. */
  reset(): AwaitableCoroutine<void> {
    return new Routine(
      'reset',
      change(this, () => (this._count > 0 ? 'resetting' : 'filling')),
    );
  }

  /** Breaks the barrier: waiting tasks, and tasks that come later, get a BrokenBarrierError. */
  abort(): AwaitableCoroutine<void> {
    return new Routine(
      'abort',
      change(this, () => 'broken'),
    );
  }

  override _kind(): string {
    return 'Barrier';
  }

  /** @internal Its condition and its lock are internal. */
  override _waitKind(): 'barrier' {
    return 'barrier';
  }
}

function* change(barrier: Barrier, to: () => Barrier['_state']): Coroutine<void> {
  const condition = barrier._condition;
  yield* condition.acquire();
  try {
    barrier._state = to();
    condition.notifyAll();
  } finally {
    condition.release();
  }
}

function* passThrough(barrier: Barrier): Coroutine<number> {
  const condition = barrier._condition;
  yield* condition.acquire();
  try {
    yield* condition.waitFor(() => barrier._state !== 'draining' && barrier._state !== 'resetting');
    if (barrier.broken) throw new BrokenBarrierError('Barrier aborted');
    const index = barrier._count++;
    try {
      if (index + 1 === barrier.parties) {
        barrier._state = 'draining';
        condition.notifyAll();
      } else {
        yield* condition.waitFor(() => barrier._state !== 'filling');
        if (barrier._state !== 'draining') throw new BrokenBarrierError('Abort or reset of barrier');
      }
      return index;
    } finally {
      leave(barrier);
    }
  } finally {
    condition.release();
  }
}

function leave(barrier: Barrier): void {
  if (--barrier._count > 0) return;
  if (barrier._state === 'resetting' || barrier._state === 'draining') barrier._state = 'filling';
  barrier._condition.notifyAll();
}
