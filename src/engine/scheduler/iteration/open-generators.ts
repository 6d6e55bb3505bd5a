/*
 * The async generators of a loop that have begun and not ended, in order of their beginning: asyncio's `_asyncgens`. The first
 * generator that begins creates this, so that a program without async generators does not load it.
 */
import type { Coroutine } from '../tasks/coroutine.ts';
import { CancelledError } from '../errors.ts';
import type { Closable, LoopContract, OpenGeneratorsContract } from '../loop/contracts.ts';
import { gatherOn } from '../tasks/gather.ts';

/** @internal */
export class OpenGenerators extends Set<Closable> implements OpenGeneratorsContract {
  /** Closes them all at once. */
  *close(loop: LoopContract): Coroutine<void> {
    const generators = [...this];
    this.clear();
    if (generators.length === 0) return;
    const closing = generators.map((generator) => generator.aclose());
    const results: readonly unknown[] = yield* gatherOn(loop, closing, true) as Coroutine<unknown[]>;
    results.forEach((exception, i) => {
      if (!(exception instanceof Error) || exception instanceof CancelledError) return;
      const message = 'an error occurred during closing of an asynchronous generator';
      loop.callExceptionHandler({ message, exception, asyncgen: generators[i] });
    });
  }
}
