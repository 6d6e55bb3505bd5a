/*
 * Comprehensions (PEP 530): what `[f(x) async for x in source if p(x)]` means. One item after the other, never at the same time:
 * take the next item, ask the condition, compute the value, each awaited where there is something to await.
 */
import type { AnyAsyncIterable, AnyAsyncIterator } from './async-iterable.ts';
import { asyncGenerator, emit, type AsyncGeneratorObject, type Emitted } from './async-generator.ts';
import type { AwaitableCoroutine, AwaitableLike, Coroutine, Suspension } from './coroutine.ts';
import { describeValue } from './describe-value.ts';
import { isAwaitable, iterate } from './ensure-future.ts';
import { Routine } from './routine.ts';

/** What comprehensions run over: anything for `for` or for `for await`. */
export type Source<T> = Iterable<T> | AnyAsyncIterable<T>;
/** A function of an item; what it returns is awaited if that is an awaitable. */
export type OfItem<T, R> = (item: T) => R | AwaitableLike<R>;

/** `[map(x) async for x in source if where(x)]`. @throws TypeError if the source cannot be iterated. */
export function collect<T>(source: Source<T>): AwaitableCoroutine<T[]>;
export function collect<T, R>(
  source: Source<T>,
  map: OfItem<T, R> | undefined,
  where?: OfItem<T, unknown>,
): AwaitableCoroutine<R[]>;
export function collect(
  source: Source<unknown>,
  map?: OfItem<unknown, unknown>,
  where?: OfItem<unknown, unknown>,
): AwaitableCoroutine<unknown[]> {
  return new Routine(
    'collect',
    collectInto(source, map, where, [] as unknown[], (list, item) => list.push(item)),
  );
}

/** `{map(x) async for x in source if where(x)}`. @throws TypeError if the source cannot be iterated. */
export function collectSet<T>(source: Source<T>): AwaitableCoroutine<Set<T>>;
export function collectSet<T, R>(
  source: Source<T>,
  map: OfItem<T, R> | undefined,
  where?: OfItem<T, unknown>,
): AwaitableCoroutine<Set<R>>;
export function collectSet(
  source: Source<unknown>,
  map?: OfItem<unknown, unknown>,
  where?: OfItem<unknown, unknown>,
): AwaitableCoroutine<Set<unknown>> {
  return new Routine(
    'collectSet',
    collectInto(source, map, where, new Set(), (set, item) => set.add(item)),
  );
}

/** `{key: value async for x in source if where(x)}`, where `entry(x)` gives `[key, value]`. @throws TypeError if the source cannot be iterated. */
export function collectMap<T, K, V>(
  source: Source<T>,
  entry: OfItem<T, readonly [K, V]>,
  where?: OfItem<T, unknown>,
): AwaitableCoroutine<Map<K, V>> {
  return new Routine(
    'collectMap',
    collectInto(source, entry, where, new Map<K, V>(), (map, [key, value]) => map.set(key, value)),
  );
}

/** `(map(x) async for x in source if where(x))`: an async generator that computes each item when it is asked for. @throws TypeError if the source cannot be iterated. */
export function collectLazily<T>(source: Source<T>): AsyncGeneratorObject<T>;
export function collectLazily<T, R>(
  source: Source<T>,
  map: OfItem<T, R> | undefined,
  where?: OfItem<T, unknown>,
): AsyncGeneratorObject<R>;
export function collectLazily(
  source: Source<unknown>,
  map?: OfItem<unknown, unknown>,
  where?: OfItem<unknown, unknown>,
): AsyncGeneratorObject<unknown> {
  return lazily(iterateSource(source), map, where);
}

const lazily = /* @__PURE__ */ asyncGenerator(function* collectLazily<T, R>(
  items: Items<T>,
  map: OfItem<T, R> | undefined,
  where: OfItem<T, unknown> | undefined,
): Generator<Suspension | Emitted<unknown>, void, unknown> {
  for (let next = yield* items(); next.done !== true; next = yield* items()) {
    const item = next.value;
    if (where !== undefined && !(yield* valueOf(where(item)))) continue;
    yield emit(map === undefined ? item : yield* valueOf(map(item)));
  }
});

function collectInto<T, R, C>(
  source: Source<T>,
  map: OfItem<T, R> | undefined,
  where: OfItem<T, unknown> | undefined,
  collection: C,
  add: (collection: C, item: R) => unknown,
): Coroutine<C> {
  return addAll(iterateSource(source), map, where, collection, add);
}

function* addAll<T, R, C>(
  items: Items<T>,
  map: OfItem<T, R> | undefined,
  where: OfItem<T, unknown> | undefined,
  collection: C,
  add: (collection: C, item: R) => unknown,
): Coroutine<C> {
  for (let next = yield* items(); next.done !== true; next = yield* items()) {
    const item = next.value;
    if (where !== undefined && !(yield* valueOf(where(item)))) continue;
    add(collection, map === undefined ? (item as unknown as R) : yield* valueOf(map(item)));
  }
  return collection;
}

/** Takes the next item. */
type Items<T> = () => Coroutine<IteratorResult<T, unknown>>;

/** The source's iterator is asked for at once, as Python does for the outermost one. */
function iterateSource<T>(source: Source<T>): Items<T> {
  const { [Symbol.asyncIterator]: iterateAsync, [Symbol.iterator]: iterateSync } = Object(source) as Partial<
    AnyAsyncIterable<T> & Iterable<T>
  >;
  if (typeof iterateAsync === 'function') {
    const iterator = iterateAsync.call(source as AnyAsyncIterable<T>);
    return () => awaitNext(iterator);
  }
  if (typeof iterateSync !== 'function') {
    throw new TypeError(`Expected an iterable or an async iterable, but got ${describeValue(source)}.`);
  }
  const iterator = iterateSync.call(source as Iterable<T>);
  return () => takeNext(iterator);
}

function* awaitNext<T>(iterator: AnyAsyncIterator<T>): Coroutine<IteratorResult<T, unknown>> {
  return yield* iterate(iterator.next());
}

function* takeNext<T>(iterator: Iterator<T>): Coroutine<IteratorResult<T, unknown>> {
  return iterator.next();
}

function* valueOf<R>(value: R | AwaitableLike<R>): Coroutine<R> {
  return isAwaitable(value) ? yield* iterate(value as AwaitableLike<R>) : (value as R);
}
