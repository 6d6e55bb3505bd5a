/*
 * Comprehensions (PEP 530): what `[f(x) async for x in source if p(x)]` means. Items are handled one after the other, never at the
 * same time: take the next item, ask the condition, compute the value, and await each of these if it can be awaited.
 */
import type { AnyAsyncIterable, AnyAsyncIterator } from './async-iterable.ts';
import { asyncGenerator, emit, type AsyncGeneratorObject, type Emitted } from './async-generator.ts';
import type { AwaitableCoroutine, AwaitableLike, Coroutine, ResultOf, Suspension } from '../tasks/coroutine.ts';
import { nameValue } from '../name-value.ts';
import { isAwaitable, iterate } from '../tasks/ensure-future.ts';
import { Routine } from '../tasks/routine.ts';

/** What comprehensions run over: anything for `for` or for `for await`. */
export type Source<T> = Iterable<T> | AnyAsyncIterable<T>;
/** A function of an item; its result is awaited if it is an awaitable. */
export type OfItem<T, R> = (item: T) => R;
/** The final result of such a function. */
export type Collected<R> = R extends AwaitableLike<unknown> ? ResultOf<R> : R;

/**
 * `[map(x) async for x in source if where(x)]`.
 *
 * @throws TypeError if the source cannot be iterated.
 * @see PEP 530
 */
export function collect<T>(source: Source<T>): AwaitableCoroutine<T[]>;
export function collect<T, R>(
  source: Source<T>,
  map: OfItem<T, R> | undefined,
  where?: OfItem<T, unknown>,
): AwaitableCoroutine<Collected<R>[]>;
export function collect(source: Source<unknown>, map?: Compute, where?: Compute): AwaitableCoroutine<unknown[]> {
  return collectInto('collect', [] as unknown[], source, map, where, (list, item) => list.push(item));
}

/**
 * `{map(x) async for x in source if where(x)}`.
 *
 * @throws TypeError if the source cannot be iterated.
 * @see PEP 530
 */
export function collectSet<T>(source: Source<T>): AwaitableCoroutine<Set<T>>;
export function collectSet<T, R>(
  source: Source<T>,
  map: OfItem<T, R> | undefined,
  where?: OfItem<T, unknown>,
): AwaitableCoroutine<Set<Collected<R>>>;
export function collectSet(source: Source<unknown>, map?: Compute, where?: Compute): AwaitableCoroutine<Set<unknown>> {
  return collectInto('collectSet', new Set(), source, map, where, (set, item) => set.add(item));
}

/**
 * `{key: value async for x in source if where(x)}`, where `entry(x)` gives `[key, value]`.
 *
 * @throws TypeError if the source cannot be iterated.
 * @see PEP 530
 */
export function collectMap<T, K, V>(
  source: Source<T>,
  entry: OfItem<T, readonly [K, V] | AwaitableLike<readonly [K, V]>>,
  where?: OfItem<T, unknown>,
): AwaitableCoroutine<Map<K, V>> {
  return collectInto(
    'collectMap',
    new Map<K, V>(),
    source,
    entry as Compute,
    where as Compute | undefined,
    (map, item) => map.set(...(item as [K, V])),
  );
}

/**
 * `(map(x) async for x in source if where(x))`: an async generator that computes each item when it is asked for.
 *
 * @throws TypeError if the source cannot be iterated.
 * @see PEP 530
 */
export function collectLazily<T>(source: Source<T>): AsyncGeneratorObject<T>;
export function collectLazily<T, R>(
  source: Source<T>,
  map: OfItem<T, R> | undefined,
  where?: OfItem<T, unknown>,
): AsyncGeneratorObject<Collected<R>>;
export function collectLazily(source: Source<unknown>, map?: Compute, where?: Compute): AsyncGeneratorObject<unknown> {
  return lazily(iterateSource(source), map, where);
}

type Compute = OfItem<unknown, unknown>;
/** Takes the next item. */
type TakeNext = () => Coroutine<IteratorResult<unknown, unknown>>;

const lazily = /* @__PURE__ */ asyncGenerator(function* collectLazily(
  takeNext: TakeNext,
  map: Compute | undefined,
  where: Compute | undefined,
): Generator<Suspension | Emitted<unknown>, void, unknown> {
  for (let next = yield* takeNext(); next.done !== true; next = yield* takeNext()) {
    if (where !== undefined && !(yield* valueOf(where(next.value)))) continue;
    yield emit(map === undefined ? next.value : yield* valueOf(map(next.value)));
  }
});

function collectInto<C>(
  name: string,
  collection: C,
  source: Source<unknown>,
  map: Compute | undefined,
  where: Compute | undefined,
  add: (collection: C, item: unknown) => unknown,
): AwaitableCoroutine<C> {
  return new Routine(name, addAll(collection, iterateSource(source), map, where, add));
}

function* addAll<C>(
  collection: C,
  takeNext: TakeNext,
  map: Compute | undefined,
  where: Compute | undefined,
  add: (collection: C, item: unknown) => unknown,
): Coroutine<C> {
  for (let next = yield* takeNext(); next.done !== true; next = yield* takeNext()) {
    if (where !== undefined && !(yield* valueOf(where(next.value)))) continue;
    add(collection, map === undefined ? next.value : yield* valueOf(map(next.value)));
  }
  return collection;
}

/** The source's iterator is requested at once, like Python does for the outermost source. */
function iterateSource(source: unknown): TakeNext {
  const { [Symbol.asyncIterator]: iterateAsync, [Symbol.iterator]: iterateSync } = Object(source) as Partial<
    AnyAsyncIterable<unknown> & Iterable<unknown>
  >;
  if (typeof iterateAsync === 'function') {
    const iterator = iterateAsync.call(source as AnyAsyncIterable<unknown>);
    return () => awaitNext(iterator);
  }
  if (typeof iterateSync !== 'function') {
    throw new TypeError(`Expected an iterable or an async iterable, but got ${nameValue(source)}.`);
  }
  const iterator = iterateSync.call(source as Iterable<unknown>);
  return () => nextOf(iterator);
}

function* awaitNext(iterator: AnyAsyncIterator<unknown>): ReturnType<TakeNext> {
  return yield* iterate(iterator.next());
}

function* nextOf(iterator: Iterator<unknown>): ReturnType<TakeNext> {
  return iterator.next();
}

function* valueOf(value: unknown): Coroutine<unknown> {
  return isAwaitable(value) ? yield* iterate(value as AwaitableLike<unknown>) : value;
}
