import { asyncio, call, runningTask, method, set, variable } from './construct.ts';
import { generateBody, generateEnding, generateRefusal, generateTask, generateYield } from './generate-blocks.ts';
import { generateIterator } from './generate-context-variables.ts';
import { generatePlain } from './generate-plain.ts';
import { pickBlockSeconds, generateBlocking } from './generate-threads.ts';
import { features, type Feature, type Place, type World } from './place.ts';
import type { Body, Program, ProgramFunction, Expression } from './program.ts';
import { Random } from './random.ts';
import { removeUnused } from './list-globals.ts';

/** Returns a program in which a few groups of constructs meet: many functions that call one another, and every kind of waiting. */
export function generateMixed(seed: number): Program {
  const random = new Random(seed);
  const chosen = new Set<Feature>(random.some(features, random.pick([0.15, 0.3, 0.5])));
  const apart = new Random(~seed);
  if (apart.chance(0.3)) for (const feature of ['context', 'callback'] as const) chosen.add(feature);
  const further = new Random(seed ^ 0x5eed);
  for (const feature of ['object', 'thread'] as const) if (further.chance(0.3)) chosen.add(feature);
  const hasContext = chosen.has('context');
  const count = (feature: Feature, most: number): number => (chosen.has(feature) ? random.from(1, most) : 0);
  const names = (letter: string, length: number): string[] =>
    Array.from({ length }, (_, index) => `${letter}${index + 1}`);
  const world: World = {
    random,
    features: chosen,
    levels: random.from(2, 5),
    callbacks: chosen.has('callback') ? random.from(1, 3) : 0,
    locks: names('l', count('lock', 2)),
    events: names('o', count('event', 2)),
    conditions: names('d', count('condition', 1)),
    semaphores: names('s', count('semaphore', 1)),
    barriers: names('b', count('barrier', 1)),
    queues: names('q', count('queue', 2)),
    futures: names('f', count('future', 2)),
    generators: names('g', count('generator', 2)),
    cleanGenerators: names('a', count('generator', 1)).map((name) => `${name}0`),
    lists: names('i', count('object', 2)),
    accounts: names('j', count('object', 1)),
    blocking: new Map(names('work', count('thread', 2)).map((name) => [name, pickBlockSeconds(random)])),
    contextVariables: names('u', hasContext ? apart.from(1, 3) : 0),
    contexts: names('m', hasContext ? 2 : 0),
    generateBody,
    costs: new Map(),
  };
  const functions: ProgramFunction[] = [];
  const add = (
    name: string,
    kind: ProgramFunction['kind'],
    write: (place: Place) => Body,
    changes: Partial<Place> = {},
    seconds?: number,
  ): void => {
    const place = placeOf(world, name, kind, changes);
    const { budget } = place.counters;
    functions.unshift({ name, kind, ...(seconds === undefined ? {} : { seconds }), body: write(place) });
    world.costs.set(name, budget - place.counters.budget + 2);
  };
  for (const [name, seconds] of world.blocking)
    add(name, 'blocking', generateBlocking, { level: world.levels }, seconds);
  if (hasContext) add('p1', 'iterator', generateIterator, { level: world.levels });
  for (const name of [...world.cleanGenerators, ...world.generators.map((generator) => `a${generator.slice(1)}`)]) {
    const isClean = world.cleanGenerators.includes(name);
    const handOut = isClean || random.chance(0.6) ? generateYield : generateRefusal;
    const write = (place: Place): Body => [
      ...generateBody(place, 0, 2),
      ...handOut(place),
      ...generateBody(place, 0, 3),
    ];
    add(name, 'generator', write, { level: world.levels, isClean });
  }
  for (let level = world.levels; level > 0; level--) {
    add(`w${level}`, 'coroutine', (place) => generateBody(place, 1, 4), { level });
  }
  for (let index = world.callbacks; index > 0; index--) {
    const write = (place: Place): Body => Array.from({ length: random.from(1, 3) }, () => generatePlain(place)).flat();
    add(`c${index}`, 'callback', write, { level: world.levels - 1 });
  }
  const main = placeOf(world, 'main', 'coroutine', { level: 0 });
  main.counters.budget = 240;
  const spawns = Array.from({ length: random.from(1, 3) }, () => generateTask(main)).flat();
  const body = [...generateObjects(world), ...spawns, ...generateBody(main, 3, 9), ...generateEnding(main)];
  return removeUnused({ functions: [...functions, { name: 'main', kind: 'coroutine', body }] });
}

function placeOf(world: World, name: string, kind: ProgramFunction['kind'], changes: Partial<Place>): Place {
  return {
    world,
    function: name,
    level: 0,
    kind,
    depth: 0,
    inLoop: false,
    inWith: false,
    inFinally: false,
    inCatch: false,
    isClean: false,
    counters: { budget: 40, labels: 0, locals: 0 },
    times: 1,
    ...changes,
  };
}

/** Creates what the functions share. */
function generateObjects(world: World): Body {
  const { random } = world;
  const make = (names: readonly string[], value: (name: string) => Expression): Body =>
    names.map((name) => set(name, value(name)));
  return [
    ...(random.chance(0.3) ? [set('t0', runningTask)] : []),
    ...make(world.contextVariables, (name) =>
      asyncio('ContextVar', [name], random.chance(0.5) ? { default: random.below(9) } : {}),
    ),
    ...make(world.contexts, () => asyncio(random.pick(['Context', 'copy_context']))),
    ...make(world.lists, () => ({ list: [] })),
    ...make(world.accounts, () => ({ account: random.below(9) })),
    ...make(world.locks, () => asyncio('Lock')),
    ...make(world.events, () => asyncio('Event')),
    ...make(world.conditions, () =>
      asyncio('Condition', world.locks.length > 0 && random.chance(0.5) ? [variable(random.pick(world.locks))] : []),
    ),
    ...make(world.semaphores, () => asyncio(random.pick(['Semaphore', 'BoundedSemaphore']), [random.below(3)])),
    ...make(world.barriers, () => asyncio('Barrier', [random.from(1, 3)])),
    ...make(world.queues, () => asyncio(random.pick(['Queue', 'LifoQueue', 'PriorityQueue']), [random.below(3)])),
    ...make(world.futures, () => method('loop', 'create_future')),
    ...make(world.generators, (name) => call(`a${name.slice(1)}`, random.below(4))),
  ];
}
