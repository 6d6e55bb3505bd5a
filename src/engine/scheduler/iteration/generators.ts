/*
 * The operations that PEP 342 gave to generators, with Python's rules, for JavaScript's generators. Two things JavaScript leaves out:
 * a value sent to a generator that waits at its beginning is refused instead of dropped, and `close` raises GeneratorExit where the
 * generator is suspended, so that it can refuse, instead of running only its `finally` blocks.
 *
 * A generator does not show whether it has been started, so drive it only with these functions, from the start.
 */
import { CoroutineObject } from '../tasks/coroutine-object.ts';
import { hasCoroutineMethods } from '../tasks/coroutine.ts';
import { callHint, nameValue } from '../name-value.ts';
import { GeneratorExit, RuntimeError } from '../errors.ts';

/** A generator, or anything that can be driven like one. */
export type Drivable<Y, R, S> = {
  next(...value: [] | [S]): IteratorResult<Y, R>;
  throw(error: unknown): IteratorResult<Y, R>;
};

const started = /* @__PURE__ */ new WeakSet();

/**
 * Resumes a generator with a value, which becomes the value of the `yield` at which it is suspended. Returns what it yields next,
 * or, with `done`, what it returned. The first time there is no such `yield`, so the value must be undefined.
 *
 * @throws TypeError if it has not been started and there is a value, or if it is not a generator.
 * @see PEP 342, generator.send
 */
export function send<Y, R, S>(generator: Drivable<Y, R, S>, value?: S): IteratorResult<Y, R> {
  checkGenerator(generator);
  if (!started.has(generator) && value !== undefined) {
    throw new TypeError(
      `Expected nothing to be sent to a generator that has not been started, but got ${nameValue(value)}. Start it with send(generator).`,
    );
  }
  started.add(generator);
  return generator.next(value as S);
}

/**
 * Raises an error where the generator is suspended; returns what it yields in answer, or, with `done`, what it returned.
 *
 * @see PEP 342, generator.throw
 */
export function throwInto<Y, R>(generator: Drivable<Y, R, never>, error: unknown): IteratorResult<Y, R> {
  checkGenerator(generator);
  started.add(generator);
  return generator.throw(error);
}

/**
 * Raises GeneratorExit where the generator is suspended, and accepts that it comes out or that the generator returns; returns what
 * it returned (as since Python 3.13).
 *
 * @throws RuntimeError if it yields in answer; whatever else it raises.
 * @see PEP 342, generator.close
 */
export function close<R>(generator: Drivable<unknown, R, never>): R | undefined {
  checkGenerator(generator);
  started.add(generator);
  if (generator instanceof CoroutineObject && generator._isOver()) return undefined;
  let result: IteratorResult<unknown, R>;
  try {
    result = generator.throw(new GeneratorExit());
  } catch (error) {
    if (error instanceof GeneratorExit) return undefined;
    throw error;
  }
  if (result.done === true) return result.value;
  throw new RuntimeError('generator ignored GeneratorExit');
}

function checkGenerator(value: unknown): void {
  if (hasCoroutineMethods(value)) return;
  throw new TypeError(`Expected a generator, but got ${nameValue(value)}.${callHint(value)}`);
}
