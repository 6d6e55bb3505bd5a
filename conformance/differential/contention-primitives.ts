import { asyncio, method } from './construct.ts';
import type { Expression } from './program.ts';
import type { Random } from './random.ts';

/** The primitives that tasks contend for. */
export type PrimitiveKind = 'lock' | 'semaphore' | 'condition' | 'queue' | 'event' | 'barrier' | 'future' | 'group';

/** One primitive: the variable it is in, and the value that creates it. */
export type Primitive = { readonly kind: PrimitiveKind; readonly name: string; readonly make: Expression };

/** Returns a primitive of a random kind. */
export function pickPrimitive(random: Random, index: number): Primitive {
  const kind = random.weighted<PrimitiveKind>([
    [4, 'lock'],
    [4, 'semaphore'],
    [3, 'condition'],
    [5, 'queue'],
    [2, 'event'],
    [2, 'barrier'],
    [2, 'future'],
    [1, 'group'],
  ]);
  const make: Readonly<Record<PrimitiveKind, () => Expression>> = {
    lock: () => asyncio('Lock'),
    semaphore: () => asyncio(random.pick(['Semaphore', 'BoundedSemaphore']), [random.from(0, 2)]),
    condition: () => asyncio('Condition'),
    queue: () => asyncio(random.pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue']), [random.from(0, 2)]),
    event: () => asyncio('Event'),
    barrier: () => asyncio('Barrier', [random.from(2, 3)]),
    future: () => method('loop', 'create_future'),
    group: () => null,
  };
  const letters: Readonly<Record<PrimitiveKind, string>> = {
    lock: 'l',
    semaphore: 's',
    condition: 'd',
    queue: 'q',
    event: 'o',
    barrier: 'b',
    future: 'f',
    group: 'k',
  };
  return { kind, name: `${letters[kind]}${index}`, make: make[kind]() };
}

/** What shows the state of a primitive, if anything does. */
export function askState({ kind, name }: Primitive): Expression | undefined {
  const asked: Partial<Record<PrimitiveKind, string>> = {
    lock: 'locked',
    semaphore: 'locked',
    condition: 'locked',
    queue: 'qsize',
    event: 'is_set',
    future: 'done',
  };
  const found = asked[kind];
  return found === undefined ? undefined : method(name, found);
}
