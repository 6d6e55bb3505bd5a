import path from 'node:path';
import { expect, it } from 'vitest';
import { loadLibraries } from '../../build/sandbox/load-libraries.ts';
import { createAssistant } from './assistant.ts';

const assistant = createAssistant(loadLibraries(path.resolve(import.meta.dirname, '../../..')));

/** A program, and the offset where it has a `|`. */
function at(text: string): [source: string, offset: number] {
  return [text.replace('|', ''), text.indexOf('|')];
}

/** The names suggested at the `|`, by name. */
function suggested(text: string): Map<string, { kind: string; needsImport?: true }> {
  return new Map(assistant.suggest(...at(text))?.names.map((found) => [found.name, found]));
}

const queue = `import { Queue, sleep } from '@yieldpoint/scheduler';
export async function main() {
  const queue = new Queue<number>();
`;

it('suggests the members of an object of the scheduler, and none of its internals', () => {
  const names = suggested(`${queue}  await queue.pu|`);
  expect(names.get('put')).toMatchObject({ kind: 'method' });
  expect([...names.keys()].filter((name) => name.startsWith('_'))).toEqual([]);
  expect(assistant.suggest(...at(`${queue}  await queue.pu|`))?.from).toBe(`${queue}  await queue.`.length);
});

it('suggests what is in scope, the nearest first, and what the scheduler has to import last', () => {
  const names = suggested(`${queue}  |`);
  expect(names.get('queue')).toMatchObject({ kind: 'const' });
  expect(names.get('gather')).toMatchObject({ kind: 'function', needsImport: true });
  expect(names.get('sleep')).not.toHaveProperty('needsImport');
  const ranks = ['queue', 'Array', 'gather'].map((name) => (names.get(name) as { rank?: number } | undefined)?.rank);
  expect(ranks).toEqual([...ranks].sort((a = 0, b = 0) => a - b));
});

it('suggests everything that the scheduler exports, and nothing of pages', () => {
  const names = suggested('|');
  expect(['block', 'gather', 'Lock', 'TaskGroup', 'timeout', 'sleep'].filter((name) => !names.has(name))).toEqual([]);
  expect(['document', 'fetch', 'setTimeout', 'window'].filter((name) => names.has(name))).toEqual([]);
});

it('suggests imports for values and types, and nowhere else', () => {
  const scheduler = (text: string): boolean => suggested(text).has('Lock');
  expect(scheduler('const lock = new L|')).toBe(true);
  expect(scheduler('function f(lock: L|')).toBe(true);
  expect(scheduler('const text = "L|"')).toBe(false);
  expect(scheduler('({}).L|')).toBe(false);
  expect(scheduler(`import { L| } from 'elsewhere'`)).toBe(false);
});

it('says where an import is written: into the braces of the one there is, or before everything', () => {
  const into = (text: string): string => {
    const [source, offset] = at(text);
    const {
      at: place,
      prefix,
      suffix,
    } = assistant.suggest(source, offset)?.importing ?? { at: 0, prefix: '', suffix: '' };
    return `${source.slice(0, place)}${prefix}gather${suffix}${source.slice(place)}`;
  };
  const from = `from '@yieldpoint/scheduler';\n`;
  expect(into(`import { sleep } ${from}|`)).toBe(`import { sleep, gather } ${from}`);
  expect(into(`import {} ${from}|`)).toBe(`import { gather } ${from}`);
  expect(into(`import type { Task } ${from}|`)).toBe(`import { gather } ${from}import type { Task } ${from}`);
  expect(into('|')).toBe(`import { gather } ${from}`);
});

it('explains a name with its type and its documentation', () => {
  expect(assistant.explain(...at(`${queue}  await sl|eep(1);`))).toEqual({
    from: `${queue}  await `.length,
    length: 5,
    type: 'sleep(delay: number): AwaitableCoroutine<void> (+1 overload)',
    documentation: expect.stringMatching(/^Suspends for `delay` seconds/) as string,
  });
  expect(assistant.explain(...at(`${queue}  |  `))).toBeUndefined();
});

it('explains a suggested name, imported or not', () => {
  const [source, offset] = at(`${queue}  queue.|`);
  expect(assistant.explain(source, offset, 'put')?.type).toBe(
    '(method) Queue<number>.put(item: number): AwaitableCoroutine<void>',
  );
  const place = at(`${queue}  |`);
  expect(assistant.explain(...place, 'gather')?.type).toMatch(/^function gather<.*\): Future<.*> \(\+3 overloads\)$/);
  expect(assistant.explain(...place, 'Lock')).toMatchObject({ type: 'class Lock' });
  expect(assistant.explain(...place, 'Lock')?.documentation).toContain('one task at a time');
  expect(assistant.explain(...place, 'AwaitableLike')?.type).toBe('type AwaitableLike');
});

it('follows the program from one request to the next', () => {
  expect(assistant.check('const one: string = 1;')).toHaveLength(1);
  expect(suggested('const two = 2;\n|').has('two')).toBe(true);
  expect(suggested('|').has('two')).toBe(false);
  expect(assistant.check('export const one = 1;')).toEqual([]);
});

it('formats a program like TypeScript, and does not change a program it has formatted', () => {
  const formatted = assistant.format('async function main( ){\n      const a={n:1}\n  if(a.n){console.log( a )}\n}\n');
  expect(formatted).toBe('async function main() {\n  const a = { n: 1 }\n  if (a.n) { console.log(a) }\n}\n');
  expect(assistant.format(formatted)).toBe(formatted);
  expect(assistant.format('function (  {')).toContain('function');
});
