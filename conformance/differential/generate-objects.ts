import { asyncio, evaluate, method, print, set, variable, awaitValue } from './construct.ts';
import { nameLabel, nameLocal, type Place } from './place.ts';
import type { Body, Statement, Expression } from './program.ts';

type Kind = 'list' | 'account';

/** Returns statements that change or look at a list or an account, by a name of the program's or of the function's own. */
export function useObject(place: Place): Body {
  const { random, lists, accounts } = place.world;
  const [list, account] = [random.pick(lists), random.pick(accounts)];
  return random.weighted<() => Body>([
    [4, () => [change(place, list, 'list')]],
    [3, () => [print(nameLabel(place), variable(list))]],
    [3, () => [change(place, account, 'account')]],
    [2, () => [print(nameLabel(place), { property: random.pick(['balance', 'entries']), of: variable(account) })]],
    [1, () => [evaluate(method(list, 'append', [{ list: [random.below(9)] }]))]],
    [1, () => [set(list, { list: [] })]],
    [1, () => [set(account, { account: random.below(9) })]],
    [2, () => keep(place, variable(list), 'list')],
    [2, () => keep(place, variable(account), 'account')],
    [1, () => keep(place, { list: [1, variable(account)] }, 'list')],
    [1, () => keep(place, { account: random.below(9) }, 'account')],
  ])();
}

/** Returns statements with a list or account that only the function knows. */
export const useOwnObject = (place: Place): Body =>
  place.world.random.chance(0.5)
    ? keep(place, { list: [1, 2] }, 'list')
    : keep(place, { account: place.world.random.below(9) }, 'account');

/** A name of the function's own for what others may know as well, which the function keeps while it waits. */
function keep(place: Place, value: Expression, kind: Kind): Body {
  const name = nameLocal(place);
  const canWait = place.kind === 'coroutine' || place.kind === 'generator';
  const pause = canWait ? [evaluate(awaitValue(asyncio('sleep', [place.world.random.below(2)])))] : [];
  return [set(name, value), ...pause, change(place, name, kind), ...pause, print(nameLabel(place), variable(name))];
}

function change(place: Place, name: string, kind: Kind): Statement {
  const value = place.world.random.below(9);
  return kind === 'list'
    ? evaluate(method(name, 'append', [value]))
    : print(nameLabel(place), method(name, 'add', [value]));
}
