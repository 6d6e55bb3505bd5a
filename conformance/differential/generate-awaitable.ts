import { asyncio, call, callGather, method, variable } from './construct.ts';
import { generateThread } from './generate-threads.ts';
import { afford, pickDelay, has, pickLimit, type Place } from './place.ts';
import type { Expression } from './program.ts';

/** Returns a coroutine object, from which a task can be made. */
export function generateCoroutine(place: Place): Expression {
  const { world, level } = place;
  const { random, levels } = world;
  const callee = level < levels ? `w${random.from(level + 1, levels)}` : undefined;
  if (callee !== undefined && random.chance(0.75) && afford(place, world.costs.get(callee) ?? 1)) {
    return call(callee, random.below(4));
  }
  return random.chance(0.5) ? sleep(place) : (generateLeaf(place) ?? sleep(place));
}

/** The variable for tasks of the coroutine that `value` calls. */
export function nameTaskVariable(value: Expression): string {
  const name = typeof value === 'object' && value !== null && 'call' in value ? value.call.slice(1) : '9';
  return `t${name}`;
}

/** A variable with a task, gather or shield that a function of this level may wait for. */
export function pickAwaited({ world, level }: Place): string {
  const names = Array.from({ length: world.levels - level }, (_, index) => `t${level + 1 + index}`);
  return world.random.pick([...names, 't9']);
}

/** A variable with any task, for code that does not wait for it. */
export function pickTask({ world }: Place): string {
  const names = Array.from({ length: world.levels }, (_, index) => `t${index + 1}`);
  return world.random.pick([...names, ...names, 't9', 't0']);
}

/** Returns something to await. */
export function generateAwaitable(place: Place, depth = 0): Expression {
  const { random, futures, generators } = place.world;
  const inner = (): Expression => generateAwaitable(place, depth + 1);
  const isDeep = depth > 1;
  const choices: (readonly [number, () => Expression | undefined])[] = [
    [5, () => sleep(place)],
    [6, () => generateCoroutine(place)],
    [4, () => variable(pickAwaited(place))],
    [4, () => generateLeaf(place)],
    [has(place, 'future') ? 2 : 0, () => (futures.length > 0 ? variable(random.pick(futures)) : undefined)],
    [has(place, 'gather') && !isDeep ? 4 : 0, () => generateGather(place, depth)],
    [has(place, 'shield') && !isDeep ? 3 : 0, () => asyncio('shield', [inner()])],
    [has(place, 'timeout') && !isDeep ? 3 : 0, () => asyncio('wait_for', [inner(), pickLimit(random)])],
    [has(place, 'wait') && !isDeep ? 2 : 0, () => generateWait(place)],
    [has(place, 'generator') && generators.length > 0 ? 4 : 0, () => generateGeneratorStep(place)],
    [has(place, 'thread') ? 6 : 0, () => generateThread(place)],
  ];
  return random.weighted(choices)() ?? sleep(place);
}

/** `gather` of a few awaitables, one of them perhaps twice. */
export function generateGather(place: Place, depth = 0): Expression {
  const { random } = place.world;
  const items = Array.from(
    {
      length: random.weighted([
        [1, 0],
        [3, 1],
        [6, 2],
        [4, 3],
      ]),
    },
    () => generateAwaitable(place, depth + 1),
  );
  const futures = items.filter((item) => typeof item === 'object' && item !== null && 'name' in item);
  if (futures.length > 0 && random.chance(0.3)) items.push(random.pick(futures));
  return callGather(items, random.chance(0.4));
}

/** `wait` for a few tasks, in one of its modes. */
export function generateWait(place: Place): Expression {
  const { random, futures } = place.world;
  const one = (): Expression => {
    if (futures.length > 0 && random.chance(0.2)) return variable(random.pick(futures));
    return random.chance(0.3) ? asyncio('create_task', [generateCoroutine(place)]) : variable(pickAwaited(place));
  };
  const list = Array.from({ length: random.from(1, 3) }, one);
  const mode = random.pick(['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', undefined]);
  return asyncio('wait', [{ list }], {
    ...(random.chance(0.4) ? { timeout: pickLimit(random) } : {}),
    ...(mode === undefined ? {} : { return_when: mode }),
  });
}

function generateGeneratorStep({ world }: Place): Expression {
  const { random, generators } = world;
  const generator = random.pick(generators);
  return random.weighted<() => Expression>([
    [6, () => asyncio('anext', [variable(generator)])],
    [2, () => asyncio('anext', [variable(generator), 'end'])],
    [2, () => method(generator, 'asend', [random.chance(0.5) ? { nothing: true } : 5])],
    [
      2,
      () =>
        method(generator, 'athrow', [random.pick<Expression>([{ boom: 7 }, asyncio('CancelledError', ['thrown'])])]),
    ],
    [2, () => method(generator, 'aclose')],
  ])();
}

/** A coroutine of one of the program's synchronization objects; undefined if there are none. */
function generateLeaf(place: Place): Expression | undefined {
  const { world } = place;
  const { random } = world;
  const choices: (() => Expression)[] = [
    ...[...world.blocking.keys()].map(() => () => generateThread(place)),
    ...world.locks.map((name) => () => method(name, 'acquire')),
    ...world.semaphores.map((name) => () => method(name, 'acquire')),
    ...world.events.map((name) => () => method(name, 'wait')),
    ...world.barriers.map((name) => () => method(name, 'wait')),
    ...world.barriers.map((name) => () => method(name, random.pick(['reset', 'abort']))),
    ...world.conditions.map((name) => () => method(name, 'acquire')),
    ...world.queues.flatMap((name) => [
      () => method(name, 'get'),
      () => method(name, 'get'),
      () => method(name, 'put', [random.below(5)]),
      () => method(name, 'put', [random.below(5)]),
      () => method(name, 'join'),
    ]),
  ];
  return choices.length === 0 ? undefined : random.pick(choices)();
}

function sleep({ world: { random } }: Place): Expression {
  if (random.chance(0.01)) return asyncio('sleep', [{ infinity: true }]);
  return asyncio('sleep', [pickDelay(random), ...(random.chance(0.2) ? [random.below(9)] : [])]);
}
