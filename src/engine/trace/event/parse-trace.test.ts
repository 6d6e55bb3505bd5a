import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TraceError } from './trace-error.ts';
import { writeFrameTrace } from '../fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../fixtures/write-task-trace.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';
import { parseTrace } from './parse-trace.ts';

const anyTaskTrace = fc.array(fc.nat({ max: 249 }), { maxLength: 40, size: 'max' }).map(writeTaskTrace);
const anyFrameTrace = fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace);

/** The trace of two sleeps with one event changed. */
function withEvent(index: number, change: Readonly<Record<string, unknown>>): unknown {
  return {
    ...twoSleeps,
    events: twoSleeps.events.map((event, at) => (at === index ? { ...event, ...change } : event)),
  };
}

const messageOf = (value: unknown): string => {
  try {
    parseTrace(value);
  } catch (error) {
    if (error instanceof TraceError) return error.message;
    throw error;
  }
  return 'parsed';
};

describe('parseTrace', () => {
  it('accepts any trace of a run, also after a round trip through JSON', () => {
    fc.assert(
      fc.property(fc.oneof(anyTaskTrace, anyFrameTrace), (trace) => {
        expect(parseTrace(JSON.parse(JSON.stringify(trace)))).toEqual(trace);
      }),
    );
  });

  it('accepts a timer that was due before the run', () => {
    const set = twoSleeps.events.findIndex(({ kind }) => kind === 'timer-set');
    expect(messageOf(withEvent(set, { when: -1 }))).toBe('parsed');
  });

  it.each([
    [
      'a name of nothing in the run',
      { frames: [[9, 'think(5)']] },
      'field "frames[0]": Expected a part of the run, named once, but got "frame 9".',
    ],
    [
      'two names of one part',
      {
        frames: [
          [1, 'a'],
          [1, 'b'],
        ],
      },
      'field "frames[1]": Expected a part of the run, named once, but got "frame 1".',
    ],
    [
      'a lock that nobody waited for',
      { sync: [['Lock', 1, 'wages']] },
      'field "sync[0]": Expected a part of the run, named once, but got "Lock #1".',
    ],
    [
      'a name that is markup',
      { frames: [[1, '<b>']] },
      'field "names.frames[0][1]": Expected a name of at most 48 characters on one line, but got "<b>".',
    ],
    ['a name on two lines', { frames: [[1, 'a\nb']] }, 'Expected a name of at most 48 characters on one line'],
    [
      'a name without an end',
      { frames: [[1, 'a'.repeat(49)]] },
      'Expected a name of at most 48 characters on one line',
    ],
    ['a table with a field of its own', { extra: [] }, 'field "names.extra": Expected no such field'],
  ])('refuses a table of names with %s', (_, names, message) => {
    expect(messageOf({ ...nestedYieldFrom, names: { frames: [], sync: [], futures: [], ...names } })).toContain(
      message,
    );
  });

  it('accepts a table of names', () => {
    const names = {
      frames: [
        [1, 'main'],
        [2, "outer('a', [1])"],
      ],
      sync: [],
      futures: [],
    };
    expect(messageOf({ ...nestedYieldFrom, names })).toBe('parsed');
  });

  it.each([
    ['a trace that is no object', 3, 'trace: Expected an object, but got 3.'],
    ['a version it does not know', { ...twoSleeps, version: 1 }, 'trace, field "version": Expected 2, but got 1.'],
    [
      'a language it does not know',
      { ...twoSleeps, language: 'lua' },
      'trace, field "language": Expected "typescript" or "python", but got "lua".',
    ],
    [
      'a missing runtime',
      { ...twoSleeps, runtime: undefined },
      'trace, field "runtime": Expected a text, but got nothing.',
    ],
    [
      'events that are no array',
      { ...twoSleeps, events: {} },
      'trace, field "events": Expected an array, but got an object.',
    ],
    [
      'a field too many',
      { ...twoSleeps, extra: [] },
      'trace, field "extra": Expected no such field, but got an array.',
    ],
    ['an event that is null', { ...twoSleeps, events: [null] }, 'event 0: Expected an object, but got null.'],
    [
      'an outcome it does not know',
      { ...twoSleeps, outcome: { kind: 'vanished' } },
      'trace, field "outcome.kind": Expected a kind of outcome, but got "vanished".',
    ],
    [
      'an outcome without its value',
      { ...twoSleeps, outcome: { kind: 'finished' } },
      'trace, field "outcome.value": Expected a text, but got nothing.',
    ],
    [
      'a kind it does not know',
      withEvent(3, { kind: 'constructor' }),
      'event 3, field "kind": Expected a kind of event, but got "constructor".',
    ],
    [
      'a number out of order',
      withEvent(14, { seq: 15 }),
      'event 14 (iteration-begins), field "seq": Expected 14, but got 15.',
    ],
    [
      'a cause that is no number',
      withEvent(14, { cause: '3' }),
      'event 14 (iteration-begins), field "cause": Expected a whole number from 0, but got "3".',
    ],
    [
      'a cause that comes after its effect',
      withEvent(14, { cause: 20 }),
      'event 14 (iteration-begins), field "cause": Expected an event before this one, but got 20.',
    ],
    [
      'a clock that goes back',
      withEvent(40, { time: 1.5 }),
      'event 40 (step-begins), field "time": Expected 2 or more, as before, but got 1.5.',
    ],
    [
      'a time that is not finite',
      withEvent(40, { time: Infinity }),
      'event 40 (step-begins), field "time": Expected a number of seconds, but got Infinity.',
    ],
    [
      'an iteration that goes back',
      withEvent(16, { iteration: 0 }),
      'event 16 (frame-created), field "iteration": Expected 2 or more, as before, but got 0.',
    ],
    [
      'a running task that does not exist',
      withEvent(4, { task: 7 }),
      'event 4 (frame-created), field "task": Expected a task that exists, but got 7.',
    ],
    [
      'a task that does not exist',
      withEvent(1, { id: 9 }),
      'event 1 (task-ready), field "id": Expected a task that exists, but got 9.',
    ],
    [
      'a task that is created twice',
      withEvent(7, { id: 1 }),
      'event 7 (task-created), field "id": Expected a task that does not exist yet, but got 1.',
    ],
    [
      'a wait for a future that does not exist',
      withEvent(13, { on: { what: 'future', id: 4, label: 'Future' } }),
      'event 13 (task-waits), field "on.id": Expected a future that exists, but got 4.',
    ],
    [
      'a wait of a kind it does not know',
      withEvent(13, { on: { what: 'nap', label: 'nap' } }),
      'event 13 (task-waits), field "on.what": Expected "tick" or "sleep" or "future" or "task" or "gather" or "wait" or "shield" or "group" or ' +
        '"lock" or "event" or "condition" or "semaphore" or "barrier" or "queue-get" or "queue-put" or "queue-join", but got "nap".',
    ],
    [
      'an end that does not say what was returned',
      withEvent(45, { how: 'raised' }),
      'event 45 (task-ended), field "error": Expected what goes with "raised", but got nothing.',
    ],
    [
      'a line that is null',
      withEvent(44, { line: null }),
      'event 44 (frame-left), field "line": Expected a whole number from 1, but got null.',
    ],
  ])('refuses %s and says where', (_, value, message) => {
    expect(messageOf(value)).toBe(message);
  });

  it('refuses a deadlock of tasks that do not exist', () => {
    const base = { seq: 2, iteration: 0, time: 0, task: null, cause: null };
    const waiting = [{ id: 1, on: { what: 'task', id: 5, label: 'x' } }];
    const events = [...twoSleeps.events.slice(0, 2), { ...base, kind: 'deadlock', waiting }];
    expect(messageOf({ ...twoSleeps, events })).toBe(
      'event 2 (deadlock), field "waiting[0].on.id": Expected a task that exists, but got 5.',
    );
  });

  it('cuts a long text in its message', () => {
    expect(messageOf(withEvent(0, { kind: 'x'.repeat(200) }))).toBe(
      `event 0, field "kind": Expected a kind of event, but got "${'x'.repeat(59)}…".`,
    );
  });
});
