import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { Trace } from '../../trace/event/events.ts';
import { parseTrace } from '../../trace/event/parse-trace.ts';
import { formatValue } from '../../trace/variables/format-value.ts';
import { readValue } from '../../trace/variables/read-value.ts';
import { readVariables } from '../../trace/variables/read-variables.ts';

const run = (source: string, following?: 'frames' | 'full'): Trace => requireTrace(source, {}, following);

/** Every value that each variable of a function's first frame had, in the language's notation; a dash if it was gone. */
function tell(trace: Trace, name: string): Readonly<Record<string, readonly string[]>> {
  const frame = trace.events.find((event) => event.kind === 'frame-created' && event.function === name);
  const variables = readVariables(trace.events);
  const histories = frame?.kind === 'frame-created' ? variables.historiesOf(frame.frame) : [];
  return Object.fromEntries(
    histories.map(({ name: variable, changes }) => [
      variable,
      changes.map(({ seq, value }) =>
        value === null ? '–' : formatValue(readValue(variables, value, seq), trace.language),
      ),
    ]),
  );
}

const printed = ({ events }: Trace): readonly string[] =>
  events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));

describe('variables', () => {
  it('are recorded when they change, in order of declaration, and disappear with their block', () => {
    const trace = run(`function* fibonacci(below: number) {
  let [a, b] = [0, 1];
  while (a < below) {
    const next = a + b;
    yield a;
    [a, b] = [b, next];
  }
}
export function main() {
  return [...fibonacci(3)];
}`);
    expect(tell(trace, 'fibonacci')).toEqual({
      below: ['3'],
      a: ['0', '1', '2', '3'],
      b: ['1', '2', '3', '5'],
      next: ['1', '–', '2', '–', '3', '–', '5', '–'],
    });
  });

  it('of every kind of declaration are recorded: patterns, var, loops, catch, switch, and ones that hide another', () => {
    const trace = run(`function all({ x, list: [first, ...rest] }: any, ...more: number[]) {
  var late;
  for (let index = 0; index < 1; index++) {
    const x = 'inner';
    late = x;
  }
  for (const key in { k: 1 }) {
    late = key;
  }
  try {
    throw new RangeError('far');
  } catch (error) {
    late = 1;
  }
  switch (first) {
    case 1:
      late = 2;
    case 2: {
      const found = late;
      late = found + 1;
    }
    default:
      const last = 'end';
      late = last;
  }
  {
    late = 'before';
    const rest = 'hidden';
    late = rest;
  }
  return late;
}
export const main = () => all({ x: 1, list: [1, 2] }, 3);`);
    expect(tell(trace, 'all')).toMatchObject({
      x: ['1', '–', "'inner'", '1'],
      first: ['1'],
      rest: ['[2]', '–', "'hidden'", '[2]'],
      more: ['[3]'],
      key: ["'k'", '–'],
      error: ["RangeError('far')", '–'],
      found: ['2', '–'],
    });
  });

  it('around a function are recorded in the frame that has them', () => {
    const trace = run(`let total = 0;
function outer() {
  let count = 0;
  const inner = () => {
    count += 1;
    total += 10;
  };
  inner();
  inner();
}
export function main() {
  outer();
}`);
    expect(tell(trace, 'outer')).toEqual({ count: ['0', '1', '2'] });
    expect(tell(trace, '<module>')).toEqual({ total: ['0', '10', '20'] });
  });

  it('that refer to the same object both show its changes', () => {
    const trace = run(`export function main() {
  const first: number[] = [];
  const second = first;
  first.push(1);
  const third = [1];
  return third;
}`);
    const variables = readVariables(trace.events);
    const [first, second, third] = variables.historiesOf(2).map(({ changes }) => changes[0]?.value ?? 0);
    expect(first).toBe(second);
    expect(first).not.toBe(third);
    const end = trace.events.length - 1;
    expect(formatValue(readValue(variables, second ?? 0, end), 'typescript')).toBe('[1]');
  });
});

/** An object that throws whatever is done with it. */
const hostile = `const calls: string[] = [];
const say = (what: string) => (): never => {
  console.log('called ' + what);
  throw new Error(what);
};
const traps = Object.fromEntries(
  Object.getOwnPropertyNames(Reflect).map((name) => [name, say('trap ' + name)]),
);
const getters = (of: object) => {
  for (const key of ['a', 'name', 'message', 'constructor', 'size', 'toJSON', 'then', '_id', '_state', Symbol.toStringTag, Symbol.iterator])
    Object.defineProperty(of, key, { get: say('getter ' + String(key)), enumerable: true, configurable: true });
  return of;
};
class Loud {
  toString() { return say('toString')(); }
  toJSON() { return say('toJSON')(); }
  valueOf() { return say('valueOf')(); }
  [Symbol.toPrimitive]() { return say('toPrimitive')(); }
  get [Symbol.toStringTag]() { return say('tag')(); }
  static get [Symbol.hasInstance]() { return say('hasInstance')(); }
}
class LoudList extends Array { get [Symbol.iterator]() { return say('iterator')(); } }
class LoudMap extends Map { entries() { return say('entries')(); } get size() { return say('size')(); } }
class LoudError extends Error { get name() { return say('error name')(); } get message() { return say('error message')(); } }
function* hold(thing: unknown) {
  const inside = [thing, { thing }, new Map([[thing, thing]])];
  yield inside;
}
function back(thing: unknown) {
  return thing;
}
export function main() {
  const proxy = new Proxy({ a: 1 }, traps);
  const callable = new Proxy(function () {}, traps);
  const { proxy: revocable, revoke } = Proxy.revocable([], traps);
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const inherited = Object.create(new Proxy({}, traps));
  const withGetters = getters({});
  const gettersOfClass = getters(new Loud());
  const holes = getters([1, , 3]);
  const loud = new Loud();
  const list = new LoudList(3);
  const map = new LoudMap();
  const error = new LoudError('x');
  const pretender = Object.create(Map.prototype);
  const other = Object.create(Set.prototype, { size: { get: say('size') } });
  const named = Object.defineProperty(() => 1, 'name', { get: say('function name') });
  const everything = [proxy, callable, revocable, inherited, withGetters, gettersOfClass, holes, loud, list, map, error, pretender, other, named];
  for (const thing of everything) {
    for (const held of hold(thing)) console.log('held');
    back(thing);
  }
  return 'done';
}`;

describe('hostile values', () => {
  it('are shown without any of their code running', () => {
    const trace = run(hostile);
    expect(trace.outcome).toEqual({ kind: 'finished', value: "'done'" });
    expect(new Set(printed(trace))).toEqual(new Set(['held']));
    const told = tell(trace, 'main');
    expect(told).toMatchObject({
      proxy: ['<Proxy>'],
      callable: ['<Proxy>'],
      revocable: ['<Proxy>'],
    });
    expect(told['revoked']?.[0]).toContain('proxy: <Proxy>');
    expect(parseTrace(JSON.parse(JSON.stringify(trace)))).toEqual(trace);
  });

  it('change nothing in the run: it prints the same without recording', () => {
    expect(printed(run(hostile))).toEqual(printed(run(hostile, 'frames')));
  });

  it('are limited: long texts, a million items, cycles, deep nesting, long names', () => {
    const long = 'n'.repeat(300);
    const trace = run(`export function main() {
  const text = 'x'.repeat(10_000_000);
  const items = Array.from({ length: 1_000_000 }, (_, index) => index);
  const table = new Map(items.slice(0, 100_000).map((item) => [item, item]));
  const whole = 10n ** 5000n;
  const ${long} = 1;
  const loop: unknown[] = [];
  loop.push(loop);
  let deep: unknown[] = [];
  for (let depth = 0; depth < 50; depth++) deep = [deep];
  const markup = '</script><img src=x onerror=alert(1)>';
  return 1;
}`);
    const told = tell(trace, 'main');
    expect(told).not.toHaveProperty(long);
    const loop =
      readVariables(trace.events)
        .historiesOf(2)
        .find(({ name }) => name === 'loop')?.changes[0]?.value ?? 0;
    const end = trace.events.length - 1;
    expect(formatValue(readValue(readVariables(trace.events), loop, end), 'typescript')).toBe('[<Array>]');
    expect(told['markup']).toEqual(["'</script><img src=x onerror=alert(1)>'"]);
    expect(told['whole']).toEqual(['<bigint>']);
    expect(JSON.stringify(trace).length).toBeLessThan(5_000_000);
    expect(parseTrace(JSON.parse(JSON.stringify(trace)))).toEqual(trace);
  });
});

it('continues with a long run when its functions are no longer recorded', () => {
  const trace = requireTrace(
    `const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));
export function main() {
  console.log(fib(15));
}`,
    { maxEvents: 1000 },
  );
  expect(printed(trace)).toEqual(['610']);
  expect(trace.outcome).toMatchObject({ kind: 'finished' });
  expect(trace.events.filter(({ kind }) => kind === 'following-ended')).toHaveLength(1);
});

it('follows the rest of a program when one of its functions is called very often', () => {
  const trace = run(`export function main() {
  const squares = Array.from({ length: 10_000 }, (_, index) => index * index);
  const last = squares.at(-1);
  return last;
}`);
  expect(tell(trace, 'main')).toEqual({ squares: [expect.stringContaining('[0, 1, 4')], last: ['99980001'] });
  const ended = trace.events.filter((event) => event.kind === 'following-ended');
  expect(ended).toMatchObject([{ of: 'functions', function: '<anonymous>' }]);
});
