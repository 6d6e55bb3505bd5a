import type { Chance } from '../chance.ts';
import { notHere, promiseNotHere } from './not-here.ts';

/**
 * The globals of a program beside the language: one clock (the loop's), one source of random numbers, and functions that explain
 * why something that only a host has is not here.
 */
export type ProgramGlobals = Readonly<Record<string, unknown>> & {
  readonly Date: DateConstructor;
  readonly Math: Math;
  readonly performance: ProgramPerformance;
};

/** The names, for the scope of the compiled code. */
export const globalNames: readonly string[] = ['Date', 'Math', 'performance', 'Promise', ...Object.keys(notHere)];

type ProgramPerformance = { readonly now: () => number; readonly timeOrigin: number };

/** Makes the globals of one run; `now` is the loop's time in seconds. */
export function createGlobals(now: () => number, { seed, startMs }: Chance): ProgramGlobals {
  return {
    ...notHere,
    Promise: promiseNotHere,
    Date: createDate(() => startMs + Math.round(now() * 1000)),
    Math: createMath(createRandom(seed)),
    // Rounded to the nanosecond, because anything smaller is only the rounding error of a sum of delays.
    performance: { now: () => Math.round(now() * 1e9) / 1e6, timeOrigin: startMs },
  };
}

/** A `Date` whose present is the program's. Dates with a given time work as usual. */
function createDate(nowMs: () => number): DateConstructor {
  const RealDate = Date;
  const make = function Date(...args: readonly never[]): string | Date {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Date() without new is a call as well
    if (new.target === undefined) return String(new RealDate(nowMs()));
    return Reflect.construct(RealDate, args.length === 0 ? [nowMs()] : args, new.target) as Date;
  };
  const prototype = Object.create(RealDate.prototype, {
    constructor: { value: make, writable: true, configurable: true },
  }) as object;
  Object.defineProperties(make, {
    length: { value: 7, configurable: true },
    prototype: { value: prototype },
    now: { value: nowMs, writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
  });
  return make as unknown as DateConstructor;
}

function createMath(random: () => number): Math {
  const prototype = Object.getPrototypeOf(Math) as object;
  const own = {
    ...Object.getOwnPropertyDescriptors(Math),
    random: { value: random, writable: true, configurable: true },
  };
  return Object.create(prototype, own) as Math;
}

/** Numbers from 0 to below 1 in steps of 2 ** -32 (mulberry32, Tommy Ettinger, public domain). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
