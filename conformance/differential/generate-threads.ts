import { asyncio, runningTask, error, evaluate, method, print, tryCatch, variable } from './construct.ts';
import { useOwnObject } from './generate-objects.ts';
import { has, nameLabel, type Place } from './place.ts';
import type { Body, Expression } from './program.ts';
import type { Random } from './random.ts';

/** How long a function blocks, in seconds. */
export const pickBlockSeconds = (random: Random): number => random.pick([0, 0.5, 1, 1, 2, 3]);

/** Returns the call of a blocking function in a thread: something to await. */
export function generateThread({ world: { random, blocking } }: Place): Expression {
  const [thread, seconds] = random.pick([...blocking]);
  return { thread, seconds, args: [random.below(4)] };
}

/** Returns a statement that blocks the loop itself. */
export const generateBlock = ({ world: { random } }: Place): Body => [
  evaluate(asyncio('block', [random.pick([0.5, 1, 2])])),
];

/**
 * Returns the body of a function that blocks: what a thread may do when it has waited. It changes nothing that others can see: CPython's
 * recorder runs a thread's function when the thread begins, ahead of the clock, and delays only what it prints and how it ends.
 */
export function generateBlocking(place: Place): Body {
  const { random, contextVariables } = place.world;
  const act = (): Body =>
    random.weighted<() => Body>([
      [4, () => [print(nameLabel(place), variable('n'))]],
      [has(place, 'object') ? 4 : 0, () => useOwnObject(place)],
      [has(place, 'context') ? 4 : 0, () => [useContextVariable(random.pick(contextVariables), place)]],
      [1, () => [tryCatch([print(nameLabel(place), runningTask)], 'errors', [print(nameLabel(place), error)])]],
      [1, () => [{ do: 'throw', value: { boom: random.below(9) } }]],
    ])();
  const acts = Array.from({ length: random.from(1, 3) }, act).flat();
  return random.chance(0.5) ? [...acts, { do: 'return', value: random.below(9) }] : acts;
}

function useContextVariable(name: string, place: Place): Body[number] {
  const { random } = place.world;
  return random.chance(0.5)
    ? print(nameLabel(place), method(name, 'get', ['none']))
    : evaluate(method(name, 'set', [random.below(9)]));
}
