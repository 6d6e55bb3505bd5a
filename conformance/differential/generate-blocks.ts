import {
  asyncio,
  runningTask,
  error,
  evaluate,
  callGather,
  ifElse,
  method,
  print,
  set,
  tryCatch,
  tryFinally,
  variable,
  awaitValue,
} from './construct.ts';
import {
  generateAwaitable,
  generateCoroutine,
  generateGather,
  generateWait,
  pickAwaited,
  pickTask,
  nameTaskVariable,
} from './generate-awaitable.ts';
import { chooseContext, useContext } from './generate-context-variables.ts';
import { generateCondition, generateGroup, generateHold, generateTimeout } from './generate-contexts.ts';
import { generateAsCompleted, generateIteration } from './generate-iterations.ts';
import { generatePlain, generateLook } from './generate-plain.ts';
import { afford, pickDelay, has, changePlace, nameLabel, type Place } from './place.ts';
import type { Body, CatchKind, Statement, Expression } from './program.ts';

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
    [10, () => [print(nameLabel(place), awaitValue(generateAwaitable(place)))]],
    [weigh(9), () => generatePlain(place)],
    [weigh(has(place, 'context') ? 6 : 0), () => useContext(place)],
    [weigh(9, place.level < world.levels), () => generateTask(place)],
    [
      weigh(kind === 'generator' ? 12 : 0, !place.inWith && !(place.isClean && (place.inCatch || place.inFinally))),
      () => generateYield(place),
    ],
    [weigh(3, has(place, 'gather') && place.level < world.levels), () => share(place, generateGather(place))],
    [
      weigh(3, has(place, 'shield') && place.level < world.levels),
      () => share(place, asyncio('shield', [generateAwaitable(place, 1)])),
    ],
    [weigh(3, has(place, 'wait')), () => [print(nameLabel(place), awaitValue(generateWait(place)))]],
    [weigh(4, has(place, 'asCompleted') && isBlock), () => generateAsCompleted(place)],
    [weigh(5, has(place, 'timeout') && isBlock), () => generateTimeout(place)],
    [weigh(5, has(place, 'group') && isBlock && place.level < world.levels), () => generateGroup(place)],
    [weigh(5, isBlock), () => catches(place)],
    [
      weigh(3, isBlock),
      () => [
        tryFinally(
          generateBody(changePlace(place), 1, 3),
          generateBody(changePlace(place, { inFinally: true, inLoop: false, inCatch: false }), 1, 2),
        ),
      ],
    ],
    [weigh(2, isBlock), () => repeat(place)],
    [
      weigh(1, isBlock),
      () => [
        ifElse(
          method(pickTask(place), 'done'),
          generateBody(changePlace(place), 1, 2),
          generateBody(changePlace(place), 0, 2),
        ),
      ],
    ],
    [
      weigh(6, isBlock && world.locks.length + world.semaphores.length + world.barriers.length > 0),
      () => generateHold(place),
    ],
    [weigh(5, isBlock && world.conditions.length > 0), () => generateCondition(place)],
    [
      weigh(4, isBlock && has(place, 'generator') && world.cleanGenerators.length > 0 && kind !== 'generator'),
      () => generateIteration(place),
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

/** Hands out a value and, in answer to anything that is thrown in there, another one, even while it is being closed. */
export function generateRefusal(place: Place): Body {
  return [tryCatch(generateYield(place), 'any', [print(nameLabel(place), error), ...generateYield(place)])];
}

/** Makes a task. */
export function generateTask(place: Place): Body {
  const { random } = place.world;
  const coroutine = generateCoroutine(place);
  const options = {
    ...(has(place, 'name') && random.chance(0.4) ? { name: random.pick(['ann', 'bob']) } : {}),
    ...(has(place, 'eager') && random.chance(0.6) ? { eager_start: true } : {}),
  };
  // In CPython, an eager task in a context that is entered leaves the C code with a wrong current task.
  if (!('eager_start' in options)) Object.assign(options, chooseContext(place));
  const task = random.chance(0.1)
    ? asyncio('ensure_future', [coroutine])
    : asyncio('create_task', [coroutine], options);
  return [set(nameTaskVariable(coroutine), task)];
}

/**
 * Keeps something that can be awaited more than once for the functions before this one; no function that it awaits can be among
 * them.
 */
function share(place: Place, value: Expression): Body {
  return [set(`t${place.level + 1}`, value)];
}

/** Hands out a value. */
export function generateYield(place: Place): Body {
  return [print(nameLabel(place), { yield: place.world.random.below(9) })];
}

function catches(place: Place): Body {
  const { random } = place.world;
  const kinds: readonly CatchKind[] = place.isClean
    ? ['errors', 'cancelled', 'boom', 'timeout']
    : ['any', 'any', 'errors', 'cancelled', 'cancelled', 'boom', 'timeout', 'runtime', 'end'];
  const kind = random.pick(kinds);
  const after: Statement[] = [print(nameLabel(place), error)];
  if (random.chance(0.2)) after.push(print(nameLabel(place), method(runningTask, 'uncancel')));
  after.push(...generateBody(changePlace(place, { inCatch: true }), 0, 2));
  if (random.chance(0.3)) after.push({ do: 'rethrow' });
  // If an error from the code that closes the generator were caught here, the generator would not close; then a clean close must
  // not continue.
  const tried = changePlace(place, { inFinally: place.inFinally || place.isClean });
  return [tryCatch(generateBody(tried, 1, 3), kind, after)];
}

function repeat(place: Place): Body {
  const times = place.world.random.from(2, 3);
  const body = generateBody(changePlace(place, { inLoop: true, times: place.times * times }), 1, 3);
  return [{ do: 'repeat', times, body }];
}

function named(place: Place): Body {
  const { random } = place.world;
  return random.pick<() => Body>([
    () => [print(nameLabel(place), method(runningTask, 'get_name'))],
    () => [evaluate(method(runningTask, 'set_name', ['zoe'])), print(nameLabel(place), runningTask)],
    () => [generateLook(place)],
  ])();
}

/** Waits for what was begun, so that the run does not end before it. */
export function generateEnding(place: Place): Body {
  const { random, levels } = place.world;
  const tasks = Array.from({ length: levels }, (_, index) => variable(`t${index + 1}`));
  return random.weighted<() => Body>([
    [3, () => []],
    [4, () => [print(nameLabel(place), awaitValue(callGather([...tasks, variable('t9')], true)))]],
    [
      3,
      () => [print(nameLabel(place), awaitValue(asyncio('wait', [{ list: tasks }], { timeout: pickDelay(random) })))],
    ],
    [3, () => [evaluate(awaitValue(asyncio('sleep', [random.from(1, 5)])))]],
    [1, () => [print(nameLabel(place), awaitValue(variable(pickAwaited(place))))]],
  ])();
}
