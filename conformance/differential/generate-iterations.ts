import {
  asyncio,
  call,
  error,
  print,
  set,
  tryCatch,
  tryFinally,
  variable,
  awaitValue,
  withManager,
} from './construct.ts';
import { generateAwaitable } from './generate-awaitable.ts';
import { afford, changePlace, enterWith, nameLabel, pickLimit, nameLocal, type Place } from './place.ts';
import type { Body, Statement, Expression } from './program.ts';

/** Takes the results of what was begun in the order of completion, with any way of iterating. */
export function generateAsCompleted(place: Place): Body {
  const { random } = place.world;
  const list = Array.from({ length: random.from(1, 3) }, () => generateAwaitable(place, 1));
  const of = asyncio('as_completed', [{ list }], random.chance(0.4) ? { timeout: pickLimit(random) } : {});
  const name = nameLocal(place);
  const kind = random.pick(['plain', 'async', 'for await'] as const);
  const item = variable(name);
  const take = [print(nameLabel(place), kind === 'plain' || random.chance(0.7) ? awaitValue(item) : item)];
  const body = random.chance(0.7) ? [tryCatch(take, 'errors', [print(nameLabel(place), error)])] : take;
  const loop: Statement = { do: 'for', kind, name, of, body: random.chance(0.15) ? [...body, { do: 'break' }] : body };
  return random.chance(0.6) ? [tryCatch([loop], 'timeout', [print(nameLabel(place), error)])] : [loop];
}

/** Iterates an async generator of its own, or a shared one. */
export function generateIteration(place: Place): Body {
  const { world } = place;
  const { random } = world;
  const made = call(random.pick(world.cleanGenerators), random.below(4));
  const [name, item] = [nameLocal(place), nameLocal(place)];
  const shared = world.generators.length > 0 ? random.pick(world.generators) : undefined;
  const plain: Body = [
    print(nameLabel(place), variable(item)),
    ...(random.chance(0.5) ? [{ do: 'break' } as const] : []),
  ];
  const loop = (of: Expression, kind: 'async' | 'for await', body: Body): Statement => ({
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
              ...place.world.generateBody(
                changePlace(enterWith(place), { inLoop: true, times: place.times * 3 }),
                0,
                2,
              ),
              ...plain,
            ]),
          ],
          random.chance(0.5),
          name,
        ),
      ],
    ],
    [shared === undefined ? 0 : 4, () => [loop(variable(shared as string), 'async', plain)]],
    [3, () => [print(nameLabel(place), { collect: made })]],
    [
      shared === undefined || !calls ? 0 : 4,
      () => [
        print(nameLabel(place), {
          collect: variable(shared as string),
          ...(random.chance(0.7) ? { map: `w${world.levels}` } : {}),
          ...(random.chance(0.5) ? { where: `w${world.levels}` } : {}),
        }),
      ],
    ],
    [place.level === 0 && !place.inLoop ? 3 : 0, () => drop(place, made)],
  ])();
}

/** Takes a few items of an async generator and drops it. */
function drop(place: Place, made: Expression): Body {
  const name = `g${8 + place.counters.locals}`;
  const item = print(nameLabel(place), awaitValue(asyncio('anext', [variable(name), 'end'])));
  const times = place.world.random.from(1, 2);
  return [set(name, made), tryFinally([{ do: 'repeat', times, body: [item] }], [{ do: 'drop', name }])];
}
