import {
  asyncio,
  call,
  currentTask,
  error,
  evaluate,
  gather,
  ifElse,
  method,
  print,
  set,
  tryCatch,
  tryFinally,
  variable,
  wait,
  withManager,
} from './construct.ts';
import {
  generateAwaitable,
  generateCoroutine,
  generateGather,
  generateWait,
  pickAwaited,
  pickTask,
  taskVariable,
} from './generate-awaitable.ts';
import { generatePlain, look } from './generate-plain.ts';
import { afford, delay, has, inside, label, limit, local, type Place } from './place.ts';
import type { Body, CatchKind, Statement, Value } from './program.ts';

/** Returns some statements of a coroutine or async generator. */
export function generateBody(place: Place, least: number, most: number): Body {
  const statements: Statement[] = [];
  for (let left = place.world.random.from(least, most); left > 0; left--) {
    if (!afford(place, 1)) break;
    statements.push(...generateStatement(place));
  }
  return statements;
}

function generateStatement(place: Place): Body {
  const { world, depth, kind } = place;
  const { random } = world;
  const isBlock = depth < 3;
  const weigh = (weight: number, isAllowed = true): number => (isAllowed ? weight : 0);
  return random.weighted<() => Body>([
    [10, () => [print(label(place), wait(generateAwaitable(place)))]],
    [weigh(9), () => generatePlain(place)],
    [weigh(9, place.level < world.levels), () => spawn(place)],
    [
      weigh(kind === 'generator' ? 12 : 0, !place.inWith && !(place.isClean && (place.inCatch || place.inFinally))),
      () => yields(place),
    ],
    [weigh(3, has(place, 'gather') && place.level < world.levels), () => share(place, generateGather(place))],
    [
      weigh(3, has(place, 'shield') && place.level < world.levels),
      () => share(place, asyncio('shield', [generateAwaitable(place, 1)])),
    ],
    [weigh(3, has(place, 'wait')), () => [print(label(place), wait(generateWait(place)))]],
    [weigh(4, has(place, 'asCompleted') && isBlock), () => completed(place)],
    [weigh(5, has(place, 'timeout') && isBlock), () => timeout(place)],
    [weigh(5, has(place, 'group') && isBlock && place.level < world.levels), () => group(place)],
    [weigh(5, isBlock), () => catches(place)],
    [
      weigh(3, isBlock),
      () => [
        tryFinally(
          generateBody(inside(place), 1, 3),
          generateBody(inside(place, { inFinally: true, inLoop: false, inCatch: false }), 1, 2),
        ),
      ],
    ],
    [weigh(2, isBlock), () => repeat(place)],
    [
      weigh(1, isBlock),
      () => [
        ifElse(method(pickTask(place), 'done'), generateBody(inside(place), 1, 2), generateBody(inside(place), 0, 2)),
      ],
    ],
    [weigh(6, isBlock && world.locks.length + world.semaphores.length + world.barriers.length > 0), () => holds(place)],
    [weigh(5, isBlock && world.conditions.length > 0), () => condition(place)],
    [
      weigh(4, isBlock && has(place, 'generator') && world.cleanGenerators.length > 0 && kind !== 'generator'),
      () => iterate(place),
    ],
    [weigh(1), () => [{ do: 'throw', value: { boom: random.below(9) } }]],
    [
      weigh(1, !place.inWith && !place.inFinally),
      () => [{ do: 'return', value: kind === 'coroutine' ? random.below(9) : null }],
    ],
    [weigh(1, place.inLoop), () => [ifElse(method(pickTask(place), 'done'), [{ do: 'break' }])]],
    [weigh(2, has(place, 'name')), () => named(place)],
    [weigh(1, has(place, 'exit') && place.level === 0), () => [evaluate(method('loop', 'stop'))]],
  ])();
}

/** Hands out a value and, in answer to whatever is thrown in there, another one: even when it is being closed. */
export function refuses(place: Place): Body {
  return [tryCatch(yields(place), 'any', [print(label(place), error), ...yields(place)])];
}

/** Makes a task. */
export function spawn(place: Place): Body {
  const { random } = place.world;
  const coroutine = generateCoroutine(place);
  const options = {
    ...(has(place, 'name') && random.chance(0.4) ? { name: random.pick(['ann', 'bob']) } : {}),
    ...(has(place, 'eager') && random.chance(0.6) ? { eager_start: true } : {}),
  };
  const task = random.chance(0.1)
    ? asyncio('ensure_future', [coroutine])
    : asyncio('create_task', [coroutine], options);
  return [set(taskVariable(coroutine), task)];
}

/** Keeps what can be awaited more than once for the functions before this one, which none that it awaits can be. */
function share(place: Place, value: Value): Body {
  return [set(`t${place.level + 1}`, value)];
}

/** Hands out a value. */
export function yields(place: Place): Body {
  return [print(label(place), { yield: place.world.random.below(9) })];
}

function completed(place: Place): Body {
  const { random } = place.world;
  const list = Array.from({ length: random.from(1, 3) }, () => generateAwaitable(place, 1));
  const of = asyncio('as_completed', [{ list }], random.chance(0.4) ? { timeout: limit(random) } : {});
  const name = local(place);
  const kind = random.pick(['plain', 'async', 'for await'] as const);
  const item = variable(name);
  const take = [print(label(place), kind === 'plain' || random.chance(0.7) ? wait(item) : item)];
  const body = random.chance(0.7) ? [tryCatch(take, 'errors', [print(label(place), error)])] : take;
  const loop: Statement = { do: 'for', kind, name, of, body: random.chance(0.15) ? [...body, { do: 'break' }] : body };
  return random.chance(0.6) ? [tryCatch([loop], 'timeout', [print(label(place), error)])] : [loop];
}

function timeout(place: Place): Body {
  const { random } = place.world;
  const manager = random.chance(0.75)
    ? asyncio('timeout', [limit(random)])
    : asyncio('timeout_at', [random.chance(0.1) ? null : { later: random.from(0, 2) }]);
  const name = random.chance(0.5) ? 'y1' : local(place);
  const change: Body = random.chance(0.25)
    ? [evaluate(method(name, 'reschedule', [random.chance(0.2) ? null : { later: random.from(-1, 2) }]))]
    : [];
  const body = [
    ...generateBody(inWith(place), 1, 3),
    ...change,
    ...(change.length > 0 ? generateBody(inWith(place), 0, 1) : []),
  ];
  const block = withManager(manager, body, random.chance(0.5), name);
  const told = random.chance(0.6) ? [print(label(place), method(name, 'expired'))] : [];
  return [random.chance(0.75) ? tryCatch([block], 'timeout', [print(label(place), error)]) : block, ...told];
}

const inWith = (place: Place): Place => inside(place, { inWith: true, inLoop: false });

function group(place: Place): Body {
  const { random } = place.world;
  const name = random.chance(0.3) ? 'k1' : local(place);
  const tasks = Array.from({ length: random.from(1, 3) }, (): Statement => {
    const coroutine = generateCoroutine(place);
    const options = has(place, 'eager') && random.chance(0.4) ? { eager_start: true } : {};
    const task = method(name, 'create_task', [coroutine], options);
    return random.chance(0.6) ? set(taskVariable(coroutine), task) : evaluate(task);
  });
  const body = [...tasks, ...generateBody(inWith(place), 0, 2)];
  const block = withManager(asyncio('TaskGroup'), body, random.chance(0.5), name);
  return [
    random.chance(0.7)
      ? tryCatch([block], random.pick(['group', 'errors', 'any']), [print(label(place), error)])
      : block,
  ];
}

function catches(place: Place): Body {
  const { random } = place.world;
  const kinds: readonly CatchKind[] = place.isClean
    ? ['errors', 'cancelled', 'boom', 'timeout']
    : ['any', 'any', 'errors', 'cancelled', 'cancelled', 'boom', 'timeout', 'runtime', 'end'];
  const kind = random.pick(kinds);
  const after: Statement[] = [print(label(place), error)];
  if (random.chance(0.2)) after.push(print(label(place), method(currentTask, 'uncancel')));
  after.push(...generateBody(inside(place, { inCatch: true }), 0, 2));
  if (random.chance(0.3)) after.push({ do: 'rethrow' });
  // Caught here, an error of what is closing the generator would not close it: then a clean one must not go on.
  const tried = inside(place, { inFinally: place.inFinally || place.isClean });
  return [tryCatch(generateBody(tried, 1, 3), kind, after)];
}

function repeat(place: Place): Body {
  const times = place.world.random.from(2, 3);
  const body = generateBody(inside(place, { inLoop: true, times: place.times * times }), 1, 3);
  return [{ do: 'repeat', times, body }];
}

/** Waits for a lock, semaphore or barrier and holds it for a while. */
function holds(place: Place): Body {
  const { world } = place;
  const { random } = world;
  const name = random.pick([...world.locks, ...world.semaphores, ...world.barriers]);
  const body = generateBody(inWith(place), 1, 3);
  return [withManager(variable(name), body, random.chance(0.5))];
}

function condition(place: Place): Body {
  const { random, conditions } = place.world;
  const name = random.pick(conditions);
  const what = random.weighted<() => Body>([
    [5, () => [print(label(place), wait(method(name, 'wait')))]],
    [2, () => [print(label(place), wait(method(name, 'wait_for', [{ whether: 'x1', atLeast: random.from(1, 2) }])))]],
    [1, () => [print(label(place), wait(asyncio('wait_for', [method(name, 'wait'), limit(random)])))]],
    [4, () => [{ do: 'increase', name: 'x1' }, evaluate(method(name, 'notify_all'))]],
    [4, () => [evaluate(method(name, 'notify', [random.from(1, 2)])), ...generateBody(inWith(place), 0, 1)]],
  ])();
  return [withManager(variable(name), what, random.chance(0.5))];
}

/** Iterates an async generator of its own, or one that all share. */
function iterate(place: Place): Body {
  const { world } = place;
  const { random } = world;
  const made = call(random.pick(world.cleanGenerators), random.below(4));
  const [name, item] = [local(place), local(place)];
  const shared = world.generators.length > 0 ? random.pick(world.generators) : undefined;
  const plain: Body = [print(label(place), variable(item)), ...(random.chance(0.5) ? [{ do: 'break' } as const] : [])];
  const loop = (of: Value, kind: 'async' | 'for await', body: Body): Statement => ({
    do: 'for',
    kind,
    name: item,
    of,
    body,
  });
  const calls = place.level < world.levels && afford(place, 4 * (world.costs.get(`w${world.levels}`) ?? 1));
  return random.weighted<() => Body>([
    [
      4,
      () => [
        withManager(asyncio('aclosing', [made]), [loop(variable(name), 'for await', plain)], random.chance(0.5), name),
      ],
    ],
    [
      4,
      () => [
        withManager(
          asyncio('aclosing', [made]),
          [
            loop(variable(name), 'async', [
              ...generateBody(inside(inWith(place), { inLoop: true, times: place.times * 3 }), 0, 2),
              ...plain,
            ]),
          ],
          random.chance(0.5),
          name,
        ),
      ],
    ],
    [shared === undefined ? 0 : 4, () => [loop(variable(shared as string), 'async', plain)]],
    [3, () => [print(label(place), { collect: made })]],
    [
      shared === undefined || !calls ? 0 : 4,
      () => [
        print(label(place), {
          collect: variable(shared as string),
          ...(random.chance(0.7) ? { map: `w${world.levels}` } : {}),
          ...(random.chance(0.5) ? { where: `w${world.levels}` } : {}),
        }),
      ],
    ],
    [place.level === 0 && !place.inLoop ? 3 : 0, () => drop(place, made)],
  ])();
}

/** Takes a few items of an async generator and lets go of it. */
function drop(place: Place, made: Value): Body {
  const name = `g${8 + place.counters.locals}`;
  const item = print(label(place), wait(asyncio('anext', [variable(name), 'end'])));
  const times = place.world.random.from(1, 2);
  return [set(name, made), tryFinally([{ do: 'repeat', times, body: [item] }], [{ do: 'drop', name }])];
}

function named(place: Place): Body {
  const { random } = place.world;
  return random.pick<() => Body>([
    () => [print(label(place), method(currentTask, 'get_name'))],
    () => [evaluate(method(currentTask, 'set_name', ['zoe'])), print(label(place), currentTask)],
    () => [look(place)],
  ])();
}

/** Waits for what was begun, so that the run does not end before it. */
export function generateEnding(place: Place): Body {
  const { random, levels } = place.world;
  const tasks = Array.from({ length: levels }, (_, index) => variable(`t${index + 1}`));
  return random.weighted<() => Body>([
    [3, () => []],
    [4, () => [print(label(place), wait(gather([...tasks, variable('t9')], true)))]],
    [3, () => [print(label(place), wait(asyncio('wait', [{ list: tasks }], { timeout: delay(random) })))]],
    [3, () => [evaluate(wait(asyncio('sleep', [random.from(1, 5)])))]],
    [1, () => [print(label(place), wait(variable(pickAwaited(place))))]],
  ])();
}
