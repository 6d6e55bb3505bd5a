/**
 * Under this key the prototype of a generator function may hold the function's name: `think.prototype[functionName] = 'think'`. A
 * generator does not know the function it came from, but the compiler of the program does.
 */
export const functionName: unique symbol = Symbol.for('@yieldpoint/scheduler.functionName') as never;

/** @internal The name of the function that made a coroutine, if known, else `coroutine`. */
export function coroutineName(coroutine: object): string {
  const name = (coroutine as { [functionName]?: unknown })[functionName];
  return typeof name === 'string' && name !== '' ? name : 'coroutine';
}
