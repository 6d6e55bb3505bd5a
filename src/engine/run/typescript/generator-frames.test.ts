import { expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { Trace } from '../../trace/event/events.ts';
import { openRun } from '../../trace/open-run.ts';
import { formatValue } from '../../trace/variables/format-value.ts';
import { listFrames } from '../../trace/variables/list-frames.ts';
import { nameObject } from '../../trace/words/name-object.ts';

const run = (source: string): Trace => requireTrace(source);

/** The name that `main` has at the last event for the object in its variable: the name of its card. */
function nameVariable(trace: Trace, variable: string): string | undefined {
  const opened = openRun(trace);
  const last = trace.events.findLast((event) => event.kind === 'output')?.seq ?? 0;
  const state = opened.stateAfter(last);
  const cards = listFrames(opened, state, last);
  const main = cards.stack.find((card) => card.kind === 'frame' && card.function === 'main');
  const found = main?.kind === 'frame' ? main.variables.find(({ name }) => name === variable)?.value : undefined;
  if (found?.kind !== 'object') return undefined;
  return nameObject(opened, state, found) ?? formatValue(found, 'typescript');
}

const printed = ({ events }: Trace): readonly string[] =>
  events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));

it.each([
  ['next', 'brewing.next();'],
  ['for…of', 'for (const each of brewing) break;'],
  ['spread', '[...brewing];'],
  ['send', 'send(brewing);'],
])('names the card of a generator that is begun by %s', (_, begin) => {
  const trace = run(`import { send } from '@yieldpoint/scheduler';
function* brew(name: string) { yield name; }
export function main() {
  const other = brew('tea');
  const brewing = brew('tea');
  other.next();
  ${begin}
  console.log('begun');
  void send;
}`);
  expect(nameVariable(trace, 'brewing')).toBe("brew('tea') #2");
});

it('names generators in a list by their places in it, as for Python', () => {
  const trace = run(`function* brew() { yield 1; }
export function main() {
  const tasks = [brew(), brew()];
  tasks[1]!.next();
  tasks[0]!.next();
}`);
  expect([...openRun(trace).names.frames.values()]).toEqual(['tasks[1]', 'tasks[0]']);
});

it.each([
  ['coroutine', 'async function read(n: number) { await sleep(n); }', 'await read(2);\n  await found;', 'read(1)'],
  [
    'async generator',
    'async function* read(n: number) { await sleep(n); yield n; }',
    'await anext(read(2));\n  await anext(found);',
    'read(1)',
  ],
])('names the card of the %s that a variable refers to', (_, declaration, begin, name) => {
  const trace = run(`import { anext, sleep } from '@yieldpoint/scheduler';
${declaration}
export async function main() {
  const found = read(1);
  ${begin}
  console.log('over');
  void anext;
}`);
  expect(nameVariable(trace, 'found')).toBe(name);
});

it("does not change the program's generators", () => {
  const trace = run(`function* brew() { yield 1; yield 2; }
function* own() { yield 1; }
own.prototype.next = () => ({ value: 'own', done: false });
function* shown() { yield 1; }
Object.setPrototypeOf(shown.prototype, new Proxy(Object.getPrototypeOf(shown.prototype), {
  getOwnPropertyDescriptor() { console.log('looked at'); return undefined; },
  getPrototypeOf() { console.log('looked through'); return null; },
}));
export function main() {
  const [frozen, replaced, kept, other, behind] = [Object.freeze(brew()), brew(), own(), brew(), shown()];
  replaced.next = () => ({ value: 3, done: true });
  const { next } = other;
  console.log(frozen.next().value, replaced.next().value, kept.next().value, Object.keys(other));
  console.log(next.call(frozen).value, next.call(other).value, next.call(other).value, Object.getOwnPropertyNames(other));
  console.log(typeof behind);
}`);
  expect(trace.outcome).toMatchObject({ kind: 'finished' });
  expect(printed(trace)).toEqual(['1 3 own []', '2 1 2 []', 'object']);
});
