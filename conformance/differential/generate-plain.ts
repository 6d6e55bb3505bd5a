import {
  asyncio,
  call,
  runningTask,
  error,
  evaluate,
  ifElse,
  method,
  print,
  set,
  tryCatch,
  variable,
} from './construct.ts';
import { pickTask } from './generate-awaitable.ts';
import { chooseContext, useContext } from './generate-context-variables.ts';
import { useObject } from './generate-objects.ts';
import { generateBlock } from './generate-threads.ts';
import { afford, pickDelay, has, nameLabel, type Place } from './place.ts';
import type { Body, Statement, Expression } from './program.ts';

/** Returns statements that do not wait: those that a callback may contain. */
export function generatePlain(place: Place): Body {
  const { random } = place.world;
  const maySchedule = place.world.callbacks > 0 && (place.kind === 'callback' || place.level < place.world.levels);
  const make = random.weighted<() => Body>([
    [4, () => [generateLook(place)]],
    [has(place, 'cancel') ? 8 : 2, () => [cancel(place)]],
    [has(place, 'callback') && maySchedule ? 7 : 0, () => schedule(place)],
    [has(place, 'callback') ? 2 : 0, () => [handleStatement(place)]],
    [has(place, 'callback') && maySchedule && place.times === 1 ? 1 : 0, () => manyTimers(place)],
    [has(place, 'future') ? 5 : 0, () => [future(place)]],
    [place.world.events.length * 3, () => [event(place)]],
    [place.world.queues.length * 5, () => [queue(place)]],
    [place.world.semaphores.length * 3, () => [semaphore(place)]],
    [place.world.conditions.length * 2, () => [risky(place, notify(place))]],
    [place.world.locks.length, () => [lock(place)]],
    [place.world.conditions.length * 2, () => [{ do: 'increase', name: 'x1' }]],
    [place.kind === 'callback' ? 2 : 0, () => spawn(place)],
    [has(place, 'timeout') ? 2 : 0, () => [risky(place, reschedule(place))]],
    [has(place, 'group') ? 2 : 0, () => [risky(place, groupTask(place))]],
    [has(place, 'context') ? 14 : 0, () => useContext(place)],
    [has(place, 'object') ? 14 : 0, () => useObject(place)],
    [has(place, 'thread') ? 1 : 0, () => generateBlock(place)],
  ]);
  return make();
}

/** Usually wraps statements that may raise. */
function risky(place: Place, statement: Statement): Statement {
  if (place.world.random.chance(0.15)) return statement;
  return tryCatch([statement], 'errors', [print(nameLabel(place), error)]);
}

/** Prints a part of the program's state. */
export function generateLook(place: Place): Statement {
  const { world } = place;
  const { random } = world;
  const of = (names: readonly string[], ...methods: readonly string[]): (() => Expression)[] =>
    names.flatMap((name) => methods.map((each) => () => method(name, each)));
  const values: (() => Expression)[] = [
    () => method(pickTask(place), random.pick(['done', 'cancelled'])),
    () => variable(pickTask(place)),
    () => method('loop', 'time'),
    ...(has(place, 'name') ? [() => asyncio('all_tasks'), () => asyncio('current_task')] : []),
    ...of(world.locks, 'locked'),
    ...of(world.events, 'is_set'),
    ...of(world.semaphores, 'locked'),
    ...of(world.queues, 'qsize', 'empty', 'full'),
    ...world.barriers.map((name) => () => ({ property: random.pick(['n_waiting', 'broken']), of: variable(name) })),
    ...of(world.futures, 'done', 'cancelled'),
    ...(world.conditions.length > 0 ? [() => variable('x1')] : []),
  ];
  return print(nameLabel(place), random.pick(values)());
}

function cancel(place: Place): Statement {
  const { random } = place.world;
  const message = random.chance(0.4) ? [random.pick(['stop', 'enough'])] : [];
  if (place.kind !== 'callback' && random.chance(0.15)) {
    const each = random.pick(['cancel', 'cancel', 'uncancel', 'cancelling']);
    return print(nameLabel(place), method(runningTask, each, each === 'cancel' ? message : []));
  }
  return print(nameLabel(place), method(pickTask(place), 'cancel', message));
}

function schedule(place: Place): Body {
  const { random, callbacks } = place.world;
  const least = place.kind === 'callback' ? Number(place.function.slice(1)) + 1 : 1;
  if (least > callbacks || !afford(place, 6)) return [generateLook(place)];
  const callback = `c${random.from(least, callbacks)}`;
  const args: Expression[] = random.chance(0.5) ? [random.below(9)] : [];
  const options = chooseContext(place);
  const when = random.weighted<() => Expression>([
    [5, () => method('loop', 'call_soon', [variable(callback), ...args], options)],
    [4, () => method('loop', 'call_later', [pickDelay(random), variable(callback), ...args], options)],
    [2, () => method('loop', 'call_at', [{ later: random.below(3) }, variable(callback), ...args], options)],
  ])();
  const on = random.pick([pickTask(place), ...place.world.futures]);
  return random.weighted<() => Body>([
    [5, () => [evaluate(when)]],
    [4, () => [set(random.pick(['h1', 'h2']), when)]],
    [5, () => [evaluate(method(on, 'add_done_callback', [variable(callback)], options))]],
    [2, () => [print(nameLabel(place), method(on, 'remove_done_callback', [variable(callback)]))]],
  ])();
}

/** More than a hundred timers, most of them canceled, so that the loop rebuilds its heap. */
function manyTimers(place: Place): Body {
  const { random, callbacks } = place.world;
  const isLast = place.kind === 'callback' && Number(place.function.slice(1)) >= callbacks;
  if (isLast || !afford(place, 20)) return [generateLook(place)];
  const later = (): Expression => method('loop', 'call_later', [pickDelay(random), variable(`c${callbacks}`), 'many']);
  const cancelled = (): Body => [set('h1', later()), evaluate(method('h1', 'cancel'))];
  const body = [...cancelled(), ...cancelled(), ...(random.chance(0.5) ? [evaluate(later())] : [])];
  return [{ do: 'repeat', times: random.from(36, 55), body }];
}

function handleStatement(place: Place): Statement {
  const handle = place.world.random.pick(['h1', 'h2']);
  const asked = place.world.random.pick(['cancel', 'cancel', 'cancelled']);
  return ifElse(variable(handle), [print(nameLabel(place), method(handle, asked))]);
}

function future(place: Place): Statement {
  const { random, futures } = place.world;
  if (futures.length === 0) return generateLook(place);
  const name = random.pick(futures);
  const change = random.weighted<() => Statement>([
    [4, () => evaluate(method(name, 'set_result', [random.below(9)]))],
    [
      2,
      () =>
        evaluate(
          method(name, 'set_exception', [random.chance(0.8) ? { boom: random.below(9) } : asyncio('CancelledError')]),
        ),
    ],
    [2, () => print(nameLabel(place), method(name, 'cancel', random.chance(0.5) ? ['future'] : []))],
  ])();
  return random.chance(0.7)
    ? ifElse(method(name, 'done'), [print(nameLabel(place), variable(name))], [change])
    : risky(place, change);
}

function event(place: Place): Statement {
  const { random, events } = place.world;
  return evaluate(method(random.pick(events), random.pick(['set', 'set', 'set', 'clear'])));
}

function queue(place: Place): Statement {
  const { random, queues } = place.world;
  const name = random.pick(queues);
  return risky(
    place,
    random.weighted<() => Statement>([
      [5, () => evaluate(method(name, 'put_nowait', [random.below(5)]))],
      [4, () => print(nameLabel(place), method(name, 'get_nowait'))],
      [3, () => evaluate(method(name, 'task_done'))],
      [1, () => evaluate(method(name, 'shutdown', random.chance(0.5) ? [true] : []))],
    ])(),
  );
}

function semaphore(place: Place): Statement {
  return risky(place, evaluate(method(place.world.random.pick(place.world.semaphores), 'release')));
}

function notify(place: Place): Statement {
  const { random, conditions } = place.world;
  const name = random.pick(conditions);
  return evaluate(
    random.chance(0.3)
      ? method(name, 'notify_all')
      : method(name, 'notify', random.chance(0.5) ? [random.from(1, 2)] : []),
  );
}

function lock(place: Place): Statement {
  const name = place.world.random.pick(place.world.locks);
  return ifElse(method(name, 'locked'), [evaluate(method(name, 'release'))]);
}

function spawn(place: Place): Body {
  const { random, levels, costs } = place.world;
  const callee = `w${levels}`;
  if (!afford(place, costs.get(callee) ?? 1)) return [generateLook(place)];
  return [set(`t${levels}`, method('loop', 'create_task', [call(callee, random.below(4))], chooseContext(place)))];
}

/** Timeouts that functions have entered are in `y1`. */
function reschedule(place: Place): Statement {
  const { random } = place.world;
  return random.weighted<() => Statement>([
    [3, () => evaluate(method('y1', 'reschedule', [random.chance(0.2) ? null : { later: random.from(-1, 2) }]))],
    [1, () => print(nameLabel(place), method('y1', 'expired'))],
    [1, () => print(nameLabel(place), method('y1', 'when'))],
  ])();
}

/** Groups that functions have entered are in `k1`. */
function groupTask(place: Place): Statement {
  const { world, level } = place;
  const leaf = place.kind === 'callback' ? world.levels : Math.min(level + 1, world.levels);
  const callee = `w${world.random.from(leaf, world.levels)}`;
  const isCall = place.level < world.levels && afford(place, world.costs.get(callee) ?? 1);
  return evaluate(
    method(
      'k1',
      'create_task',
      [isCall ? call(callee, world.random.below(4)) : asyncio('sleep', [pickDelay(world.random)])],
      chooseContext(place),
    ),
  );
}
