import { expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import { tellTrace } from './tell-trace.ts';

const tell = (source: string): readonly string[] => tellTrace(requireTrace(source, {}, 'frames'));

it('records how a generator is resumed: by next, with a value, with an error, and to be closed', () => {
  const source = `function* average(): Generator<number, string, number> {
  let total = 0;
  let count = 0;
  try {
    while (count < 3) {
      total += yield count === 0 ? 0 : total / count;
      count++;
    }
    return 'enough';
  } catch (error) {
    console.log(\`got \${error}\`);
    yield -1;
  } finally {
    console.log('cleaning up');
  }
  return 'never';
}
export function main() {
  const first = average();
  first.next();
  first.next(10);
  first.throw(new Error('no'));
  first.return('closed');
  const second = average();
  second.next();
  second.return('closed');
  for (const mean of average()) console.log(String(mean));
}
`;
  expect(tell(source)).toEqual([
    'average: generator of line 1',
    'average: next by nobody at 1',
    'average: line 2',
    'average: line 3',
    'average: line 4',
    'average: line 5',
    'average: line 6',
    'average: yields 0 at 6',
    'average: send 10 by nobody at 6',
    'average: line 7',
    'average: line 5',
    'average: line 6',
    'average: yields 10 at 6',
    'average: throw Error: no by nobody at 6',
    'average: line 10',
    'average: line 11',
    'print got Error: no (11)',
    'average: line 12',
    'average: yields -1 at 12',
    'average: close by nobody at 12',
    'average: line 14',
    'print cleaning up (14)',
    "average: returned 'closed' at 14",
    'average#2: generator of line 1',
    'average#2: next by nobody at 1',
    'average#2: line 2',
    'average#2: line 3',
    'average#2: line 4',
    'average#2: line 5',
    'average#2: line 6',
    'average#2: yields 0 at 6',
    'average#2: close by nobody at 6',
    'average#2: line 14',
    'print cleaning up (14)',
    "average#2: returned 'closed' at 14",
    'average#3: generator of line 1',
    'average#3: next by nobody at 1',
    'average#3: line 2',
    'average#3: line 3',
    'average#3: line 4',
    'average#3: line 5',
    'average#3: line 6',
    'average#3: yields 0 at 6',
    'print 0 (27)',
    'average#3: next by nobody at 6',
    'average#3: line 7',
    'average#3: line 5',
    'average#3: line 6',
    'average#3: yields nan at 6',
    'print NaN (27)',
    'average#3: next by nobody at 6',
    'average#3: line 7',
    'average#3: line 5',
    'average#3: line 6',
    'average#3: yields nan at 6',
    'print NaN (27)',
    'average#3: next by nobody at 6',
    'average#3: line 7',
    'average#3: line 5',
    'average#3: line 9',
    'average#3: line 14',
    'print cleaning up (14)',
    "average#3: returned 'enough' at 14",
    'finished None',
  ]);
});

it('records every frame that a value or an error passes on its way through yield*', () => {
  const source = `function* inner() {
  const got: string = yield 1;
  console.log(got);
  return 'inner is done';
}
function* middle() {
  return yield* inner();
}
function* outer() {
  try {
    console.log(yield* middle());
    yield* [7];
  } finally {
    console.log('outer ends');
  }
}
export function main() {
  const chain = outer();
  chain.next();
  chain.next('sent');
  chain.return();
  const other = outer();
  other.next();
  try {
    other.throw(new RangeError('thrown'));
  } catch (error) {
    console.log(\`main caught \${error}\`);
  }
  return 'ok';
}
`;
  expect(tell(source)).toEqual([
    'outer: generator of line 9',
    'outer: next by nobody at 9',
    'outer: line 10',
    'outer: line 11',
    'middle: generator of line 6',
    'middle: next by outer at 6',
    'middle: line 7',
    'inner: generator of line 1',
    'inner: next by middle at 1',
    'inner: line 2',
    'inner: yields 1 at 2',
    'middle: waits 1 at 7',
    'outer: waits 1 at 11',
    "outer: send 'sent' by nobody at 11",
    "middle: send 'sent' by outer at 7",
    "inner: send 'sent' by middle at 2",
    'inner: line 3',
    'print sent (3)',
    'inner: line 4',
    "inner: returned 'inner is done' at 4",
    "middle: returned 'inner is done' at 7",
    'print inner is done (11)',
    'outer: line 12',
    'outer: waits 7 at 12',
    'outer: close by nobody at 12',
    'outer: line 14',
    'print outer ends (14)',
    'outer: returned None at 14',
    'outer#2: generator of line 9',
    'outer#2: next by nobody at 9',
    'outer#2: line 10',
    'outer#2: line 11',
    'middle#2: generator of line 6',
    'middle#2: next by outer#2 at 6',
    'middle#2: line 7',
    'inner#2: generator of line 1',
    'inner#2: next by middle#2 at 1',
    'inner#2: line 2',
    'inner#2: yields 1 at 2',
    'middle#2: waits 1 at 7',
    'outer#2: waits 1 at 11',
    'outer#2: throw RangeError: thrown by nobody at 11',
    'middle#2: throw RangeError: thrown by outer#2 at 7',
    'inner#2: throw RangeError: thrown by middle#2 at 2',
    'inner#2: raised RangeError: thrown at 2',
    'middle#2: line 7',
    'middle#2: raised RangeError: thrown at 7',
    'outer#2: line 11',
    'outer#2: line 14',
    'print outer ends (14)',
    'outer#2: raised RangeError: thrown at 14',
    'print main caught RangeError: thrown (27)',
    "finished 'ok'",
  ]);
});

it('records a coroutine in generator style, whose bare yield takes one iteration of the loop', () => {
  const source = `import { createTask, sleep } from '@yieldpoint/scheduler';
function* child(name: string) {
  yield* sleep(1);
  return name;
}
export function* main() {
  const task = createTask(child('b'));
  const a: string = yield* child('a');
  yield;
  const b: string = yield* task;
  return [a, b];
}
`;
  expect(tell(source)).toEqual([
    'task 1',
    '  main: generator of line 6',
    '  main: next by nobody at 6',
    '  main: line 7',
    '  main: line 8',
    '  child: generator of line 2',
    '  child: next by main at 2',
    '  child: line 3',
    '  child: waits <Future pending> at 3',
    '  main: waits <Future pending> at 8',
    'task 2',
    '  child#2: generator of line 2',
    '  child#2: next by nobody at 2',
    '  child#2: line 3',
    '  child#2: waits <Future pending> at 3',
    'clock 0 to 1',
    'task 1',
    '  main: next by nobody at 8',
    '  child: next by main at 3',
    '  child: line 4',
    "  child: returned 'a' at 4",
    '  main: line 9',
    '  main: yields None at 9',
    'task 2',
    '  child#2: next by nobody at 3',
    '  child#2: line 4',
    "  child#2: returned 'b' at 4",
    'task 1',
    '  main: next by nobody at 9',
    '  main: line 10',
    '  main: line 11',
    "  main: returned ['a', 'b'] at 11",
    "finished ['a', 'b']",
  ]);
});

it('records both kinds of suspension of an async generator, and that break closes it', () => {
  const source = `import { sleep } from '@yieldpoint/scheduler';
async function* ticks(n: number) {
  try {
    for (let i = 0; i < n; i++) {
      yield i;
      await sleep(1);
    }
  } finally {
    await sleep(0);
    console.log('closed');
  }
}
export async function main() {
  for await (const tick of ticks(3)) {
    console.log(String(tick));
    if (tick === 1) break;
  }
}
`;
  expect(tell(source)).toEqual([
    'task 1',
    '  main: coroutine of line 13',
    '  main: next by nobody at 13',
    '  main: line 14',
    '  ticks: async-generator of line 2',
    '  ticks: next by main at 2',
    '  ticks: line 3',
    '  ticks: line 4',
    '  ticks: line 5',
    '  ticks: yields 0 at 5',
    '  main: line 15',
    '  print 0 (15)',
    '  main: line 16',
    '  main: line 14',
    '  ticks: next by main at 5',
    '  ticks: line 6',
    '  ticks: waits at 6',
    '  main: waits at 14',
    'clock 0 to 1',
    'task 1',
    '  main: next by nobody at 14',
    '  ticks: next by main at 6',
    '  ticks: line 4',
    '  ticks: line 5',
    '  ticks: yields 1 at 5',
    '  main: line 15',
    '  print 1 (15)',
    '  main: line 16',
    '  ticks: close by main at 5',
    '  ticks: line 9',
    '  ticks: waits at 9',
    '  main: waits at 16',
    'task 1',
    '  main: next by nobody at 16',
    '  ticks: next by main at 9',
    '  ticks: line 10',
    '  print closed (10)',
    '  ticks: returned None at 10',
    '  main: returned None at 16',
    'finished None',
  ]);
});

it('continues a generator at its own line if the object it delegates to cannot take an error', () => {
  const source = `import { createTask, sleep } from '@yieldpoint/scheduler';
function* letters() {
  yield* [undefined, undefined];
}
export async function main() {
  const task = createTask(letters());
  await sleep(0);
  task.cancel();
  try {
    await task;
  } catch (error) {
    console.log((error as Error).name);
  }
}
`;
  expect(tell(source).filter((line) => line.includes('letters'))).toEqual([
    '  letters: generator of line 2',
    '  letters: next by nobody at 2',
    '  letters: line 3',
    '  letters: waits None at 3',
    '  letters: throw CancelledError by nobody at 3',
    '  letters: line 3',
    "  letters: raised TypeError: The iterator does not provide a 'throw' method. at 3",
  ]);
});

it('records an async generator that delegates to another', () => {
  const source = `import { sleep } from '@yieldpoint/scheduler';
async function* inner() {
  yield 1;
  await sleep(1);
  yield 2;
}
async function* outer() {
  yield* inner();
}
export async function main() {
  for await (const x of outer()) console.log(String(x));
}
`;
  expect(tell(source)).toEqual([
    'task 1',
    '  main: coroutine of line 10',
    '  main: next by nobody at 10',
    '  main: line 11',
    '  outer: async-generator of line 7',
    '  outer: next by main at 7',
    '  outer: line 8',
    '  inner: async-generator of line 2',
    '  inner: next by outer at 2',
    '  inner: line 3',
    '  inner: yields 1 at 3',
    '  outer: waits at 8',
    '  print 1 (11)',
    '  outer: next by main at 8',
    '  inner: next by outer at 3',
    '  inner: line 4',
    '  inner: waits at 4',
    '  outer: waits at 8',
    '  main: waits at 11',
    'clock 0 to 1',
    'task 1',
    '  main: next by nobody at 11',
    '  outer: next by main at 8',
    '  inner: next by outer at 4',
    '  inner: line 5',
    '  inner: yields 2 at 5',
    '  outer: waits at 8',
    '  print 2 (11)',
    '  outer: next by main at 8',
    '  inner: next by outer at 5',
    '  inner: returned None at 5',
    '  outer: returned None at 8',
    '  main: returned None at 11',
    'finished None',
  ]);
});

it('waits on the line of await using when the block is left', () => {
  const source = `import { sleep } from '@yieldpoint/scheduler';
class Door {
  async [Symbol.asyncDispose]() {
    await sleep(1);
    console.log('shut');
  }
}
export async function main() {
  {
    await using door = new Door();
    console.log('inside');
  }
  console.log('outside');
}
`;
  expect(tell(source)).toEqual([
    'task 1',
    '  main: coroutine of line 8',
    '  main: next by nobody at 8',
    '  main: line 10',
    '  main: line 11',
    '  print inside (11)',
    '  main: line 10',
    '  [Symbol.asyncDispose]: coroutine of line 3',
    '  [Symbol.asyncDispose]: next by main at 3',
    '  [Symbol.asyncDispose]: line 4',
    '  [Symbol.asyncDispose]: waits at 4',
    '  main: waits at 10',
    'clock 0 to 1',
    'task 1',
    '  main: next by nobody at 10',
    '  [Symbol.asyncDispose]: next by main at 4',
    '  [Symbol.asyncDispose]: line 5',
    '  print shut (5)',
    '  [Symbol.asyncDispose]: returned None at 5',
    '  main: line 13',
    '  print outside (13)',
    '  main: returned None at 13',
    'finished None',
  ]);
});

it('throws a cancellation into every frame of the task', () => {
  const source = `import { CancelledError, createTask, sleep } from '@yieldpoint/scheduler';
async function worker() {
  try {
    await deep();
  } finally {
    await sleep(1);
  }
}
async function deep() {
  await sleep(5);
}
export async function main() {
  const task = createTask(worker());
  await sleep(0);
  task.cancel();
  try {
    await task;
  } catch (error) {
    console.log((error as Error).name);
  }
}
`;
  expect(tell(source)).toEqual([
    'task 1',
    '  main: coroutine of line 12',
    '  main: next by nobody at 12',
    '  main: line 13',
    '  main: line 14',
    '  main: waits at 14',
    'task 2',
    '  worker: coroutine of line 2',
    '  worker: next by nobody at 2',
    '  worker: line 3',
    '  worker: line 4',
    '  deep: coroutine of line 9',
    '  deep: next by worker at 9',
    '  deep: line 10',
    '  deep: waits at 10',
    '  worker: waits at 4',
    'task 1',
    '  main: next by nobody at 14',
    '  main: line 15',
    '  main: line 16',
    '  main: line 17',
    '  main: waits at 17',
    'task 2 gets CancelledError',
    '  worker: throw CancelledError by nobody at 4',
    '  deep: throw CancelledError by worker at 10',
    '  deep: line 10',
    '  deep: raised CancelledError at 10',
    '  worker: line 4',
    '  worker: line 6',
    '  worker: waits at 6',
    'clock 0 to 1',
    'task 2',
    '  worker: next by nobody at 6',
    '  worker: raised CancelledError at 6',
    'task 1 gets CancelledError',
    '  main: throw CancelledError by nobody at 17',
    '  main: line 17',
    '  main: line 18',
    '  main: line 19',
    '  print CancelledError (19)',
    '  main: returned None at 19',
    'finished None',
  ]);
});

it('keeps a frame alive through the awaits of its finally block', () => {
  const source = `import { sleep } from '@yieldpoint/scheduler';
async function risky() {
  try {
    await sleep(1);
    throw new TypeError('bad');
  } finally {
    console.log('finally');
    await sleep(1);
  }
}
export async function main() {
  await risky();
}
`;
  expect(tell(source)).toEqual([
    'task 1',
    '  main: coroutine of line 11',
    '  main: next by nobody at 11',
    '  main: line 12',
    '  risky: coroutine of line 2',
    '  risky: next by main at 2',
    '  risky: line 3',
    '  risky: line 4',
    '  risky: waits at 4',
    '  main: waits at 12',
    'clock 0 to 1',
    'task 1',
    '  main: next by nobody at 12',
    '  risky: next by main at 4',
    '  risky: line 5',
    '  risky: line 7',
    '  print finally (7)',
    '  risky: line 8',
    '  risky: waits at 8',
    '  main: waits at 12',
    'clock 1 to 2',
    'task 1',
    '  main: next by nobody at 12',
    '  risky: next by main at 8',
    '  risky: raised TypeError: bad at 8',
    '  main: raised TypeError: bad at 12',
    'failed TypeError: bad (5)',
  ]);
});

it('announces methods, arrow functions, defaults, every kind of loop, switch and labels', () => {
  const source = `import { sleep } from '@yieldpoint/scheduler';
class Box {
  #value = 1;
  static async make() { return new Box(); }
  async add({ by = 1, ...rest }: { by?: number; and?: number } = {}, [c = 2] = [3]) {
    await sleep(0);
    this.#value += by + (rest.and ?? 0) + c;
    return this;
  }
  get value() { return this.#value; }
}
export const main = async () => {
  const box = await Box.make();
  const twice = async () =>
    (await box.add({ by: 2 })).value +
    (await box.add()).value;
  outer: for (const a of [1, 2]) {
    for (let b = 0; b < 3; b++) {
      if (b === 1) continue outer;
      if (a === 2) break outer;
      await sleep(0);
    }
  }
  let n = 2;
  while (n > 0) n--;
  do {
    n++;
  } while (n < 2);
  switch (n) {
    case 1:
      break;
    case 2:
      console.log('two');
  }
  return twice();
};
`;
  expect(tell(source)).toEqual([
    'task 1',
    '  main: coroutine of line 12',
    '  main: next by nobody at 12',
    '  main: line 13',
    '  make: coroutine of line 4',
    '  make: next by main at 4',
    '  make: line 4',
    '  make: returned <Box> at 4',
    '  main: line 14',
    '  main: line 17',
    '  main: line 18',
    '  main: line 19',
    '  main: line 20',
    '  main: line 21',
    '  main: waits at 21',
    'task 1',
    '  main: next by nobody at 21',
    '  main: line 18',
    '  main: line 19',
    '  main: line 17',
    '  main: line 18',
    '  main: line 19',
    '  main: line 20',
    '  main: line 24',
    '  main: line 25',
    '  main: line 25',
    '  main: line 25',
    '  main: line 26',
    '  main: line 27',
    '  main: line 28',
    '  main: line 27',
    '  main: line 28',
    '  main: line 29',
    '  main: line 33',
    '  print two (33)',
    '  main: line 35',
    '  twice: coroutine of line 14',
    '  twice: next by main at 14',
    '  twice: line 15',
    '  add: coroutine of line 5',
    '  add: next by twice at 5',
    '  add: line 6',
    '  add: waits at 6',
    '  twice: waits at 15',
    '  main: waits at 35',
    'task 1',
    '  main: next by nobody at 35',
    '  twice: next by main at 15',
    '  add: next by twice at 6',
    '  add: line 7',
    '  add: line 8',
    '  add: returned <Box> at 8',
    '  twice: line 16',
    '  add#2: coroutine of line 5',
    '  add#2: next by twice at 5',
    '  add#2: line 6',
    '  add#2: waits at 6',
    '  twice: waits at 16',
    '  main: waits at 35',
    'task 1',
    '  main: next by nobody at 35',
    '  twice: next by main at 16',
    '  add#2: next by twice at 6',
    '  add#2: line 7',
    '  add#2: line 8',
    '  add#2: returned <Box> at 8',
    '  twice: returned 16 at 16',
    '  main: returned 16 at 35',
    'finished 16',
  ]);
});

it('keeps the frame of an async function until what it returns is awaited', () => {
  const source = `import { sleep } from '@yieldpoint/scheduler';
async function inner() {
  await sleep(1);
  return 'value';
}
async function outer() {
  try {
    return inner();
  } finally {
    console.log('body over');
  }
}
async function failing() {
  return missing();
}
async function missing() {
  await sleep(0);
  throw new RangeError('late');
}
export async function main() {
  console.log(await outer());
  await failing();
}
`;
  expect(tell(source)).toEqual([
    'task 1',
    '  main: coroutine of line 20',
    '  main: next by nobody at 20',
    '  main: line 21',
    '  outer: coroutine of line 6',
    '  outer: next by main at 6',
    '  outer: line 7',
    '  outer: line 8',
    '  outer: line 10',
    '  print body over (10)',
    '  inner: coroutine of line 2',
    '  inner: next by outer at 2',
    '  inner: line 3',
    '  inner: waits at 3',
    '  outer: waits at 10',
    '  main: waits at 21',
    'clock 0 to 1',
    'task 1',
    '  main: next by nobody at 21',
    '  outer: next by main at 10',
    '  inner: next by outer at 3',
    '  inner: line 4',
    "  inner: returned 'value' at 4",
    "  outer: returned 'value' at 10",
    '  print value (21)',
    '  main: line 22',
    '  failing: coroutine of line 13',
    '  failing: next by main at 13',
    '  failing: line 14',
    '  missing: coroutine of line 16',
    '  missing: next by failing at 16',
    '  missing: line 17',
    '  missing: waits at 17',
    '  failing: waits at 14',
    '  main: waits at 22',
    'task 1',
    '  main: next by nobody at 22',
    '  failing: next by main at 14',
    '  missing: next by failing at 17',
    '  missing: line 18',
    '  missing: raised RangeError: late at 18',
    '  failing: raised RangeError: late at 14',
    '  main: raised RangeError: late at 22',
    'failed RangeError: late (18)',
  ]);
});
