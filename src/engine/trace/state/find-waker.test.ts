import { describe, expect, it } from 'vitest';
import { describeEvent } from '../words/describe-step.ts';
import { cancellation } from '../fixtures/cancellation.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';
import { writeTrace, type Draft } from '../fixtures/write-trace.ts';
import { findWaker } from './find-waker.ts';
import { openRun } from '../open-run.ts';

const begin: readonly Draft[] = [
  { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false },
  { kind: 'task-ready', id: 1 },
  { kind: 'task-created', id: 2, name: 'other', coroutine: 'other', eager: false },
  { kind: 'task-ready', id: 2 },
  { kind: 'future-created', future: 1, label: 'reply' },
  { kind: 'step-begins', id: 1 },
  { kind: 'task-waits', id: 1, on: { what: 'future', id: 1, label: 'reply' } },
];

/** The sentence about the last step of a run in which `main` waits for a future. */
function tellLast(...drafts: readonly Draft[]): string {
  const trace = writeTrace([...begin, ...drafts]);
  return describeEvent(openRun(trace), openRun(trace).steps.length);
}

describe('who woke a task', () => {
  it('is its timer, found through the callback that the timer ran', () => {
    const ready = twoSleeps.events.find(({ kind, time }) => kind === 'task-ready' && time === 2);
    expect(ready && findWaker(twoSleeps, openRun(twoSleeps).origins, ready)).toEqual({
      seq: 34,
      kind: 'timer',
      timer: 2,
    });
  });

  it('is the task whose end completed what it waited for', () => {
    const ready = twoSleeps.events.findLast(({ kind }) => kind === 'task-ready');
    expect(ready && findWaker(twoSleeps, openRun(twoSleeps).origins, ready)).toEqual({
      seq: 61,
      kind: 'end',
      task: 2,
      how: 'returned',
    });
  });

  it('is who asked to cancel it', () => {
    const [ready] = cancellation.events.filter(({ kind, task }) => kind === 'task-ready' && task === 1).slice(-1);
    expect(ready && findWaker(cancellation, openRun(cancellation).origins, ready)).toEqual({
      seq: 17,
      kind: 'cancel',
      by: 1,
    });
  });

  it('is nobody when nothing caused it', () => {
    const [first] = twoSleeps.events;
    expect(first && findWaker(twoSleeps, openRun(twoSleeps).origins, first)).toBeUndefined();
  });

  it('is told: a task that completes a future', () => {
    expect(
      tellLast(
        { kind: 'step-begins', id: 2 },
        { kind: 'future-resolved', future: 1, how: 'result', value: '42' },
        { kind: 'task-ready', id: 1 },
      ),
    ).toBe('main is woken by other, which completes reply, and is first in the queue.');
  });

  it('is told: a future that completes by itself', () => {
    expect(
      tellLast({ kind: 'future-resolved', future: 1, how: 'result', value: '42' }, { kind: 'task-ready', id: 1 }),
    ).toBe('main is woken by the completion of reply and waits in the queue behind other.');
  });

  it('is told: a timer that the program set', () => {
    expect(
      tellLast(
        { kind: 'step-begins', id: 2 },
        { kind: 'timer-set', timer: 1, when: 3, label: 'Future.set_result' },
        { kind: 'task-ended', id: 2, how: 'returned', value: 'None' },
        { kind: 'clock-jumped', from: 0, time: 3 },
        { kind: 'timer-fired', timer: 1 },
        { kind: 'task-ready', id: 1 },
      ),
    ).toBe('main is woken by the timer Future.set_result and is first in the queue.');
  });

  it('is told: a timer that the task has set for something else than its sleep', () => {
    const [wait, ...rest] = begin.toReversed();
    const trace = writeTrace([
      ...rest.toReversed(),
      { kind: 'timer-set', timer: 1, when: 3, label: 'Future.set_result' },
      ...(wait === undefined ? [] : [wait]),
      { kind: 'step-begins', id: 2 },
      { kind: 'task-ended', id: 2, how: 'returned', value: 'None' },
      { kind: 'clock-jumped', from: 0, time: 3 },
      { kind: 'timer-fired', timer: 1 },
      { kind: 'task-ready', id: 1 },
    ]);
    expect(describeEvent(openRun(trace), openRun(trace).steps.length)).toBe(
      'main is woken by the timer Future.set_result and is first in the queue.',
    );
  });

  it('is told: a request to cancel someone else, which went through it', () => {
    expect(
      tellLast(
        { kind: 'step-begins', id: 2 },
        { kind: 'cancel-requested', id: 2, count: 1, delivery: 'waiter' },
        { kind: 'task-ready', id: 1 },
      ),
    ).toBe('main is woken by the request to cancel other and is first in the queue.');
  });
});
