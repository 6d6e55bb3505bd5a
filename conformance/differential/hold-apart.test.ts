import { expect, it } from 'vitest';
import { loadCPython } from '../../src/build/cpython/load-cpython.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { asyncio, awaitValue, call, evaluate, method, print, set, tryFinally } from './construct.ts';
import { findDifferences } from './find-differences.ts';
import { findRecordedDifferences } from './find-recorded-differences.ts';
import { endMark, holdApart, cutAtClose } from './hold-apart.ts';
import { listDecisions } from './list-decisions.ts';
import type { Body, Program } from './program.ts';
import { limits } from './run-typescript.ts';
import { writePython } from './write-python.ts';

const cpython = await loadCPython();
const run = (program: Program): Trace => cpython.run(writePython(program), { level: 'full', ...limits });
const sleep = (seconds: number): Body[number] => evaluate(awaitValue(asyncio('sleep', [seconds])));

/** `w2` is cancelled at the end of the run and begins `w1`, for which nobody waits: with a sleep in `w1` it never ends. */
const program = (work: Body): Program => ({
  functions: [
    { name: 'w1', kind: 'coroutine', body: [tryFinally(work, [print('w1 is left')])] },
    {
      name: 'w2',
      kind: 'coroutine',
      body: [tryFinally([sleep(9)], [set('t1', asyncio('create_task', [call('w1', 0)]))])],
    },
    { name: 'main', kind: 'coroutine', body: [set('t2', asyncio('create_task', [call('w2', 0)])), sleep(1)] },
  ],
});
const leaves = program([sleep(5)]);
const leavesNone = program([]);

const texts = ({ events }: Pick<Trace, 'events'>): readonly string[] =>
  events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));

it('holds apart what CPython prints as it collects a task that was left, and compares everything else', () => {
  const trace = run(leaves);
  expect(texts(trace)).toEqual([endMark, 'w1 is left']);
  const { trace: compared, collected } = holdApart(trace);
  expect(texts({ events: collected })).toEqual(['w1 is left']);
  expect(compared.events.at(-1)).toMatchObject({ kind: 'unretrieved', id: 3 });
  expect(listDecisions(compared).at(-2)).toBe('tasks are left pending: 3');
  expect(findDifferences([leaves], cpython, ['generator', 'lowered', 'async'])).toEqual([]);
  expect(findRecordedDifferences([leaves], cpython)).toEqual([]);
});

it('holds nothing apart that is printed before the loop is closed', () => {
  const trace = run(leaves);
  const mark = trace.events.findIndex((event) => event.kind === 'output' && event.text === endMark);
  const [end] = trace.events.slice(mark, mark + 1);
  const later = end === undefined ? [] : [...trace.events.toSpliced(mark, 1), end];
  const { trace: compared, collected } = holdApart({ ...trace, events: later });
  expect(collected).toEqual([]);
  expect(texts(compared)).toEqual(['w1 is left']);
  expect(texts(cutAtClose({ ...trace, events: later }))).toEqual(['w1 is left']);
});

it('holds nothing apart of a run that leaves no task', () => {
  const trace = run(leavesNone);
  expect(texts(trace)).toEqual(['w1 is left', endMark]);
  const printed = trace.events.find((event) => event.kind === 'output' && event.text !== endMark);
  const after = { ...trace, events: printed === undefined ? [] : [...trace.events, printed] };
  expect(holdApart(after).collected).toEqual([]);
  expect(texts(holdApart(after).trace)).toEqual(['w1 is left', 'w1 is left']);
  expect(findDifferences([leavesNone], cpython, ['generator'])).toEqual([]);
});

/** Main stops its loop and ends while a call has its thread for two more seconds; `t1` failed, and nobody looks at it. */
const stopped = (others: Body): Program => ({
  functions: [
    { name: 'work1', kind: 'blocking', seconds: 2, body: [print('work1'), { do: 'throw', value: { boom: 1 } }] },
    { name: 'w1', kind: 'coroutine', body: [{ do: 'throw', value: { boom: 2 } }] },
    { name: 'w2', kind: 'coroutine', body: [tryFinally([sleep(9)], [print('w2 is left'), sleep(9)])] },
    {
      name: 'main',
      kind: 'coroutine',
      body: [
        set('t1', asyncio('create_task', [call('w1', 0)])),
        set('t2', asyncio('create_task', [{ thread: 'work1', seconds: 2, args: [1] }])),
        ...others,
        sleep(0),
        evaluate(method('loop', 'stop')),
      ],
    },
  ],
});

it.each([
  ['no task', stopped([])],
  ['a task that is collected', stopped([set('t3', asyncio('create_task', [call('w2', 0)]))])],
])('compares what threads do after a loop that was stopped, which leaves them and %s', (_, left) => {
  const { trace } = holdApart(run(left));
  expect(texts(trace).at(-1)).toBe('work1');
  expect(trace.events.at(-1)).toMatchObject({ kind: 'unretrieved', id: 2, time: 2 });
  expect(findDifferences([left], cpython, ['generator', 'lowered', 'async'])).toEqual([]);
  expect(findRecordedDifferences([left], cpython)).toEqual([]);
});

it('tells no mark of a run as something that it does', () => {
  expect(listDecisions(holdApart(run(leavesNone)).trace).join('\n')).not.toContain(endMark);
});
