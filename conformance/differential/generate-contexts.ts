import {
  asyncio,
  error,
  evaluate,
  method,
  print,
  set,
  tryCatch,
  variable,
  awaitValue,
  withManager,
} from './construct.ts';
import { generateCoroutine, nameTaskVariable } from './generate-awaitable.ts';
import { chooseContext } from './generate-context-variables.ts';
import { has, enterWith, nameLabel, pickLimit, nameLocal, type Place } from './place.ts';
import type { Body, Statement } from './program.ts';

/** Returns a timeout around a body, moved within it or not, and usually caught. */
export function generateTimeout(place: Place): Body {
  const { random } = place.world;
  const manager = random.chance(0.75)
    ? asyncio('timeout', [pickLimit(random)])
    : asyncio('timeout_at', [random.chance(0.1) ? null : { later: random.from(0, 2) }]);
  const name = random.chance(0.5) ? 'y1' : nameLocal(place);
  const change: Body = random.chance(0.25)
    ? [evaluate(method(name, 'reschedule', [random.chance(0.2) ? null : { later: random.from(-1, 2) }]))]
    : [];
  const body = [
    ...place.world.generateBody(enterWith(place), 1, 3),
    ...change,
    ...(change.length > 0 ? place.world.generateBody(enterWith(place), 0, 1) : []),
  ];
  const block = withManager(manager, body, random.chance(0.5), name);
  const told = random.chance(0.6) ? [print(nameLabel(place), method(name, 'expired'))] : [];
  return [random.chance(0.75) ? tryCatch([block], 'timeout', [print(nameLabel(place), error)]) : block, ...told];
}

/** Returns a task group with a few tasks and a body, usually with its errors caught. */
export function generateGroup(place: Place): Body {
  const { random } = place.world;
  const name = random.chance(0.3) ? 'k1' : nameLocal(place);
  const tasks = Array.from({ length: random.from(1, 3) }, (): Statement => {
    const coroutine = generateCoroutine(place);
    const options = has(place, 'eager') && random.chance(0.4) ? { eager_start: true } : chooseContext(place);
    const task = method(name, 'create_task', [coroutine], options);
    return random.chance(0.6) ? set(nameTaskVariable(coroutine), task) : evaluate(task);
  });
  const body = [...tasks, ...place.world.generateBody(enterWith(place), 0, 2)];
  const block = withManager(asyncio('TaskGroup'), body, random.chance(0.5), name);
  return [
    random.chance(0.7)
      ? tryCatch([block], random.pick(['group', 'errors', 'any']), [print(nameLabel(place), error)])
      : block,
  ];
}

/** Waits for a lock, semaphore or barrier and holds it for a while. */
export function generateHold(place: Place): Body {
  const { world } = place;
  const { random } = world;
  const name = random.pick([...world.locks, ...world.semaphores, ...world.barriers]);
  const body = place.world.generateBody(enterWith(place), 1, 3);
  return [withManager(variable(name), body, random.chance(0.5))];
}

/** Holds a condition and waits to be notified, or notifies. */
export function generateCondition(place: Place): Body {
  const { random, conditions } = place.world;
  const name = random.pick(conditions);
  const what = random.weighted<() => Body>([
    [5, () => [print(nameLabel(place), awaitValue(method(name, 'wait')))]],
    [
      2,
      () => [
        print(nameLabel(place), awaitValue(method(name, 'wait_for', [{ whether: 'x1', atLeast: random.from(1, 2) }]))),
      ],
    ],
    [1, () => [print(nameLabel(place), awaitValue(asyncio('wait_for', [method(name, 'wait'), pickLimit(random)])))]],
    [4, () => [{ do: 'increase', name: 'x1' }, evaluate(method(name, 'notify_all'))]],
    [
      4,
      () => [
        evaluate(method(name, 'notify', [random.from(1, 2)])),
        ...place.world.generateBody(enterWith(place), 0, 1),
      ],
    ],
  ])();
  return [withManager(variable(name), what, random.chance(0.5))];
}
