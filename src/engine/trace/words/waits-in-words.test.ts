import { describe, expect, it } from 'vitest';
import type { Trace } from '../event/events.ts';
import { writeTrace, type Draft } from '../fixtures/write-trace.ts';
import { openRun } from '../open-run.ts';
import { describeEvent } from './describe-step.ts';

const begin = (id: number, name: string): readonly Draft[] => [
  { kind: 'task-created', id, name, coroutine: name, eager: false },
  { kind: 'task-ready', id },
];

const lastSentence = (trace: Trace): string => describeEvent(openRun(trace), openRun(trace).steps.length);

describe('a wait for a lock', () => {
  const [first, second] = [
    { object: 'Lock', id: 1 },
    { object: 'Lock', id: 2 },
  ];
  const on = (holder: number) => ({ what: 'lock', label: 'Lock', holder }) as const;

  it('says who holds it, and says of the task itself that it is itself', () => {
    const start = [...begin(1, 'pay'), ...begin(2, 'refund'), { kind: 'step-begins', id: 1 }] as const;
    const enqueued = { kind: 'sync-enqueued', on: first, id: 1 } as const;
    const wait = (holder: number): Trace =>
      writeTrace([...start, enqueued, { kind: 'task-waits', id: 1, on: on(holder) }]);
    expect(lastSentence(wait(2))).toBe('pay suspends: it waits for Lock, held by refund.');
    expect(lastSentence(wait(1))).toBe('pay suspends: it waits for Lock, held by itself.');
  });

  it('is told of each task in a deadlock, in the order in which the tasks were made, with who holds what', () => {
    const waiting = [
      { id: 1, on: on(2) },
      { id: 2, on: on(1) },
    ];
    const trace = writeTrace(
      [
        ...begin(1, 'pay'),
        ...begin(2, 'refund'),
        { kind: 'step-begins', id: 1 },
        { kind: 'sync-enqueued', on: second, id: 1 },
        { kind: 'task-waits', id: 1, on: on(2) },
        { kind: 'step-begins', id: 2 },
        { kind: 'sync-enqueued', on: first, id: 2 },
        { kind: 'task-waits', id: 2, on: on(1) },
        { kind: 'deadlock', waiting },
      ],
      { kind: 'deadlocked', tree: '' },
    );
    expect(lastSentence(trace)).toBe(
      'Deadlock: nothing is ready and no timer is set. ' +
        'pay waits for Lock #2, held by refund and refund waits for Lock #1, held by pay.',
    );
  });
});

describe('a task that awaits a coroutine', () => {
  const frames: readonly Draft[] = [
    ...begin(1, 'main'),
    { kind: 'step-begins', id: 1 },
    { kind: 'frame-created', frame: 1, function: 'main', type: 'coroutine', line: 5 },
    { kind: 'frame-resumed', frame: 1, by: null, how: 'next', line: 5 },
    { kind: 'line', frame: 1, line: 6 },
    { kind: 'frame-created', frame: 2, function: 'fetch', type: 'coroutine', line: 1 },
    { kind: 'frame-resumed', frame: 2, by: 1, how: 'next', line: 1 },
    { kind: 'line', frame: 2, line: 2 },
    { kind: 'frame-suspended', frame: 2, line: 2, delegates: true },
    { kind: 'frame-suspended', frame: 1, line: 6, delegates: true },
    { kind: 'task-waits', id: 1, on: { what: 'sleep', label: 'sleep(1)', until: 1 } },
  ];

  it('suspends on the line of the innermost frame, and resumes there', () => {
    expect(lastSentence(writeTrace(frames))).toBe('main suspends in fetch at line 2: it sleeps until 1 s.');
    expect(
      lastSentence(
        writeTrace([
          ...frames,
          { kind: 'clock-jumped', from: 0, time: 1 },
          { kind: 'task-ready', id: 1 },
          { kind: 'step-begins', id: 1 },
          { kind: 'frame-resumed', frame: 1, by: null, how: 'next', line: 6 },
          { kind: 'frame-resumed', frame: 2, by: 1, how: 'next', line: 2 },
        ]),
      ),
    ).toBe('main resumes in fetch at line 2.');
  });
});

it('a request to cancel that a task passes on to what it awaits is not told as a request of somebody else', () => {
  const { events, ...rest } = writeTrace([
    ...begin(1, 'main'),
    ...begin(2, 'page'),
    ...begin(3, 'fetch'),
    { kind: 'step-begins', id: 3 },
    { kind: 'task-waits', id: 3, on: { what: 'sleep', label: 'sleep(5)', until: 5 } },
    { kind: 'step-begins', id: 2 },
    { kind: 'task-waits', id: 2, on: { what: 'task', id: 3, label: 'fetch' } },
    { kind: 'step-begins', id: 1 },
    { kind: 'cancel-requested', id: 2, count: 1, delivery: 'waiter' },
    { kind: 'cancel-requested', id: 3, count: 1, delivery: 'waiter' },
  ]);
  const [request, passed] = events.slice(-2);
  if (request === undefined || passed === undefined) throw new Error('Expected two requests.');
  const trace: Trace = { ...rest, events: [...events.slice(0, -1), { ...passed, cause: request.seq }] };
  expect([1, 0].map((before) => describeEvent(openRun(trace), openRun(trace).steps.length - before))).toEqual([
    'main asks to cancel page; the request goes to what page waits for, fetch.',
    'The request to cancel page is passed on to fetch; the request goes to what fetch waits for, sleep(5).',
  ]);
});
