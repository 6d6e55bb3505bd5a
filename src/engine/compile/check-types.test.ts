import path from 'node:path';
import { expect, it } from 'vitest';
import { loadLibraries } from '../../build/sandbox/load-libraries.ts';
import { createTypeChecker } from './check-types.ts';

const checker = createTypeChecker(loadLibraries(path.resolve(import.meta.dirname, '../../..')));

it('accepts programs in both styles', () => {
  const source = `import { createTask, gather, Lock, run, sleep, TaskGroup, type Task } from '@yieldpoint/scheduler';

function* generatorStyle(): Generator<any, string, any> {
  const text: string = yield* sleep(1, 'text');
  return text;
}

async function asyncStyle(lock: Lock): Promise<number> {
  const text: string = await sleep(1, 'text');
  const task: Task<number> = createTask(asyncStyle(lock), { name: text });
  const [a, b]: [number, string] = await gather([task, generatorStyle()]);
  console.log(a, b.length);
  return await task;
}

export async function main() {
  run(asyncStyle(new Lock()));
}
`;
  expect(checker.check(source)).toEqual([]);
});

it('returns the place, the text and the number of a type error, with its explanation line by line', () => {
  const source = `import { sleep } from '@yieldpoint/scheduler';
export async function main() {
  const seconds: number = await sleep(1, 'text');
  const deep: { a: { b: string } } = { a: { b: 1 }, };
  const options: { a: { b: string } } = seconds as unknown as { a: { b: number } };
  setTimeout(main, deep, options);
}
`;
  expect(checker.check(source)).toEqual([
    { message: "Type 'string' is not assignable to type 'number'.", line: 3, column: 9, length: 7, code: 2322 },
    { message: "Type 'number' is not assignable to type 'string'.", line: 4, column: 45, length: 1, code: 2322 },
    {
      message: `Type '{ a: { b: number; }; }' is not assignable to type '{ a: { b: string; }; }'.
  The types of 'a.b' are incompatible between these types.
    Type 'number' is not assignable to type 'string'.`,
      line: 5,
      column: 9,
      length: 7,
      code: 2322,
    },
    { message: "Cannot find name 'setTimeout'.", line: 6, column: 3, length: 10, code: 2304 },
  ]);
});

it('returns only syntax errors while there are any', () => {
  expect(checker.check('const a: string = 1;\nconst b = ;')).toEqual([
    { message: 'Expression expected.', line: 2, column: 11, length: 1, code: 1109 },
  ]);
});

it('forgets the program before', () => {
  expect(checker.check('export const one = 1;')).toEqual([]);
  expect(checker.check('console.log(one);').map(({ message }) => message)).toEqual(["Cannot find name 'one'."]);
});
