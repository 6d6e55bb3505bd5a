import type { CoroutineWatcher } from './debug-checks.ts';
import { entered, type ContextHolder, type Covered } from '../context/holder.ts';
import type { LoopContract, TaskContract } from './contracts.ts';
import { RuntimeError } from '../errors.ts';

/** @internal */
type Current = {
  loop: LoopContract | null;
  /** The task whose step is running. */
  task: TaskContract | null;
  /** The future whose iterator was asked for last: tells the first `next` from a resumption, without an iterator object. */
  begun: unknown;
  /** Tasks whose cancellation is on its way to what they wait for. */
  readonly cancelling: Set<TaskContract>;
  /** What a run with `debug` looks for. */
  checks: CoroutineWatcher | null;
};

/**
 * @internal What runs now: at most one loop, as loops do not nest, and one task.
 *
 * The modules that run at every switch keep it, and what else they use that often, in a constant of their own: V8 compiles the
 * value of a module's own constant into the code, but loads and checks an imported one each time. (In one bundled file all are own.)
 */
export const current: Current = { loop: null, task: null, begun: null, cancelling: new Set(), checks: null };

/** @internal What holds the current context. */
export function contextHolder(): ContextHolder {
  return entered._inside ?? current.task ?? (entered._covered as Covered)._holder;
}

/** @internal The loop that runs now, as the parts know it; programs call `getRunningLoop`. @throws RuntimeError outside of a run. */
export function runningLoop(): LoopContract {
  if (current.loop === null) {
    throw new RuntimeError(
      'Expected a running event loop, but there is none. Call this from a coroutine or a callback.',
    );
  }
  return current.loop;
}
