import { asyncio, call, error, evaluate, method, print, set, tryCatch, variable, awaitValue } from './construct.ts';
import { afford, has, changePlace, nameLabel, nameLocal, type Place } from './place.ts';
import type { Body, Options, Statement, Expression } from './program.ts';

/** Returns a statement that reads or sets a context variable, uses a token, or looks at a context. */
function useContextVariable(place: Place): Statement {
  const { random, contextVariables, contexts } = place.world;
  const name = random.pick(contextVariables);
  const token = random.pick(['z1', 'z2']);
  const risky = (statement: Statement): Statement =>
    random.chance(0.15) ? statement : tryCatch([statement], 'errors', [print(nameLabel(place), error)]);
  return random.weighted<() => Statement>([
    [5, () => print(nameLabel(place), method(name, 'get', ['none']))],
    [2, () => risky(print(nameLabel(place), method(name, 'get')))],
    [5, () => evaluate(method(name, 'set', [random.below(9)]))],
    [3, () => set(token, method(name, 'set', [random.below(9)]))],
    [4, () => risky(evaluate(method(name, 'reset', [variable(token)])))],
    [1, () => risky(print(nameLabel(place), { property: 'old_value', of: variable(token) }))],
    [3, () => print(nameLabel(place), asyncio('copy_context'))],
    [2, () => print(nameLabel(place), variable(random.pick(contexts)))],
    [1, () => print(nameLabel(place), method(random.pick(contexts), 'get', [variable(name), 'none']))],
    [2, () => set(random.pick(contexts), newContext(place))],
  ])();
}

/** Returns statements that do the same in another context, or through a generator. */
export function useContext(place: Place): Body {
  const { random, callbacks, contexts } = place.world;
  const least = place.kind === 'callback' ? Number(place.function.slice(1)) + 1 : 1;
  if (random.chance(0.5) || least > callbacks || !afford(place, 6)) return [useContextVariable(place)];
  if (random.chance(0.4)) return iterate(place);
  const args: Expression[] = [
    variable(`c${random.from(least, callbacks)}`),
    ...(random.chance(0.5) ? [random.below(9)] : []),
  ];
  const runs = evaluate(method(random.pick(contexts), 'run', args));
  return [random.chance(0.15) ? runs : tryCatch([runs], 'errors', [print(nameLabel(place), error)])];
}

/** Options that make something run in one of the program's contexts; usually none. */
export function chooseContext(place: Place): Options {
  const { random, contexts } = place.world;
  return has(place, 'context') && random.chance(0.3) ? { context: variable(random.pick(contexts)) } : {};
}

/** Returns a new context: an empty one, or a copy. */
function newContext({ world: { random, contexts } }: Place): Expression {
  return random.weighted<() => Expression>([
    [1, () => asyncio('Context')],
    [3, () => asyncio('copy_context')],
    [1, () => method(random.pick(contexts), 'copy')],
  ])();
}

/** Iterates a generator that sets variables, in the context of the code that iterates. */
function iterate(place: Place): Body {
  const { random, contextVariables } = place.world;
  const name = nameLocal(place);
  const seen = print(nameLabel(place), variable(name), method(random.pick(contextVariables), 'get', ['none']));
  const inner = changePlace(place, { inLoop: true, times: place.times * 2 });
  const body: Body = [
    seen,
    ...(place.kind === 'callback' || random.chance(0.5) ? [] : [evaluate(awaitValue(asyncio('sleep', [0])))]),
    ...(random.chance(0.5) ? [useContextVariable(inner)] : []),
    ...(random.chance(0.2) ? [{ do: 'break' } as const] : []),
  ];
  return [{ do: 'for', kind: 'plain', name, of: call('p1', random.below(4)), body }];
}

/** Returns the body of the generator. */
export function generateIterator(place: Place): Body {
  const hands = (): Body => [useContextVariable(place), evaluate({ yield: place.world.random.below(9) })];
  return [...hands(), ...hands(), useContextVariable(place)];
}
