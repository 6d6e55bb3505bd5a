import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent } from './apply-event.ts';
import type { Trace } from '../event/events.ts';
import { writeFrameTrace } from '../fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../fixtures/write-task-trace.ts';
import { cancellation } from '../fixtures/cancellation.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';
import { writeTrace } from '../fixtures/write-trace.ts';
import { stateBefore } from './run-state.ts';
import {
  findTask,
  listAwaitChain,
  listLinks,
  listStandingLines,
  listTimers,
  listWaiting,
  placeInQueue,
} from './read-state.ts';
import type { RunState } from './run-state.ts';
import { RunHistory } from './run-history.ts';
import { openRun } from '../open-run.ts';

const anyTaskTrace = fc.array(fc.nat({ max: 249 }), { maxLength: 40, size: 'max' }).map(writeTaskTrace);
const anyFrameTrace = fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace);

const atStep = (trace: Trace, number: number): RunState =>
  openRun(trace).stateAfter(openRun(trace).steps[number - 1]?.last ?? -1);
const statuses = (state: RunState): string[] => [...state.tasks].map(({ name, status }) => `${name} ${status.kind}`);

describe('the call stack', () => {
  const call = (frame: number) =>
    ({ kind: 'frame-created', frame, function: 'down', type: 'function', line: 1 }) as const;
  const line = (frame: number) => ({ kind: 'line', frame, line: 2 }) as const;

  it('keeps every call beneath the one that runs, however deep that is', () => {
    const calls = Array.from({ length: 60 }, (_, index) => [call(index + 1), line(index + 1), line(index + 1)]).flat();
    expect([...openRun(writeTrace(calls)).end.callStack]).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it('ends the calls above a frame that continues, even if their ends are not recorded', () => {
    const { end } = openRun(writeTrace([call(1), line(1), call(2), line(2), call(3), line(3), line(1)]));
    expect([...end.callStack]).toEqual([1]);
    expect([...end.calls].map(({ id }) => id)).toEqual([1]);
  });
});

describe('RunHistory', () => {
  it('begins with nothing', () => {
    expect(openRun(twoSleeps).stateAfter(-1)).toBe(stateBefore);
  });

  it('knows the state of every task and the queue in order', () => {
    const state = atStep(twoSleeps, 5);
    expect(statuses(state)).toEqual(['main waiting', 'think(5) ready', 'think(2) ready']);
    expect([...state.ready]).toEqual([
      { kind: 'task', id: 2 },
      { kind: 'task', id: 3 },
    ]);
    expect(placeInQueue(state, 3)).toBe(2);
    expect(placeInQueue(state, 1)).toBe(0);
  });

  it('keeps timers in order of deadline and the table of who waits for what', () => {
    const state = atStep(twoSleeps, 11);
    expect(listTimers(state).map(({ label, when, task }) => [label, when, task])).toEqual([
      ['sleep(2)', 2, 3],
      ['sleep(5)', 5, 2],
    ]);
    expect([...listWaiting(state)].map(({ task, on }) => `${task.name}: ${on.label}`)).toEqual([
      'main: gather(think(5), think(2))',
      'think(5): sleep(5)',
      'think(2): sleep(2)',
    ]);
  });

  it('puts timers that never come last', () => {
    const trace = writeTrace([
      { kind: 'timer-set', timer: 1, when: null, label: 'never' },
      { kind: 'timer-set', timer: 2, when: 9, label: 'late' },
    ]);
    expect(listTimers(openRun(trace).stateAfter(1)).map(({ when }) => when)).toEqual([9, null]);
  });

  it('puts timers of one deadline in the order in which they were set', () => {
    const timers = [1, 2, 3].map((timer) => ({ kind: 'timer-set', timer, when: 9, label: 'late' }) as const);
    expect(listTimers(openRun(writeTrace(timers)).end).map(({ timer }) => timer)).toEqual([1, 2, 3]);
  });

  it('ties a frame that yields for itself to nobody, also right after the frame that it called has yielded', () => {
    const { end } = openRun(
      writeTrace([
        { kind: 'frame-created', frame: 1, function: 'outer', type: 'generator', line: 1 },
        { kind: 'frame-resumed', frame: 1, by: null, how: 'next', line: 1 },
        { kind: 'frame-created', frame: 2, function: 'inner', type: 'generator', line: 5 },
        { kind: 'frame-resumed', frame: 2, by: 1, how: 'next', line: 5 },
        { kind: 'frame-suspended', frame: 2, line: 6, value: '1', delegates: false },
        { kind: 'frame-suspended', frame: 1, line: 2, value: '2', delegates: false },
      ]),
    );
    expect([...end.frames].map(({ status, delegate }) => [status, delegate])).toEqual([
      ['suspended', null],
      ['suspended', null],
    ]);
  });

  it('reads the clock and counts iterations', () => {
    const { clock, iteration } = atStep(twoSleeps, 15);
    expect({ clock, iteration }).toEqual({ clock: 2, iteration: 4 });
  });

  it('counts cancel requests and ends a cancelled task', () => {
    expect(findTask(atStep(cancellation, 10), 2)?.cancelRequests).toBe(1);
    expect(statuses(atStep(cancellation, 15))).toEqual(['main waiting', 'worker cancelled']);
  });

  it('keeps a suspended frame, linked to nobody but the frame it is suspended in', () => {
    const state = atStep(nestedYieldFrom, 5);
    expect([...state.frames].map(({ function: name, status }) => `${name} ${status}`)).toEqual([
      'main running',
      'outer suspended',
      'inner suspended',
    ]);
    expect(listLinks(state)).toEqual([{ from: 2, to: 3, kind: 'delegation' }]);
    expect(listLinks(atStep(nestedYieldFrom, 6))).toEqual([
      { from: 1, to: 2, kind: 'call' },
      { from: 2, to: 3, kind: 'call' },
    ]);
  });

  it('knows the line on which every frame stands', () => {
    expect(listStandingLines(atStep(nestedYieldFrom, 6))).toEqual([
      { line: 11, frame: 1, how: 'calling' },
      { line: 6, frame: 2, how: 'calling' },
      { line: 2, frame: 3, how: 'running' },
    ]);
    expect(listStandingLines(atStep(twoSleeps, 12)).map(({ line, how }) => `${line} ${how}`)).toEqual([
      '7 suspended',
      '3 suspended',
      '3 suspended',
    ]);
  });

  it('gives the await chain of a running and of a waiting task, outermost first', () => {
    const functions = (state: RunState, task: number): string[] =>
      listAwaitChain(state, task).map((frame) => frame.function);
    expect(functions(atStep(nestedYieldFrom, 6), 1)).toEqual(['main', 'outer', 'inner']);
    expect(functions(atStep(twoSleeps, 12), 2)).toEqual(['think']);
    expect(functions(atStep(twoSleeps, 4), 2)).toEqual([]);
  });

  it('names the events that a trace has when asked for another', () => {
    expect(() => openRun(twoSleeps).stateAfter(1000)).toThrow(
      new RangeError('Expected an event from -1 to 71, but got 1000.'),
    );
  });

  const anyTrace = fc.oneof(anyTaskTrace, anyFrameTrace);

  it('gives the same state however it is reached', () => {
    fc.assert(
      fc.property(anyTrace, fc.array(fc.nat(), { maxLength: 8 }), (trace, jumps) => {
        const inOrder = [stateBefore];
        for (const event of trace.events) inOrder.push(applyEvent(inOrder.at(-1) ?? stateBefore, event));
        for (const jump of jumps) {
          const n = (jump % (trace.events.length + 1)) - 1;
          expect(openRun(trace).stateAfter(n)).toEqual(inOrder[n + 1]);
        }
      }),
    );
  });

  it('has every task in exactly one place', () => {
    fc.assert(
      fc.property(anyTaskTrace, (trace) => {
        for (const { seq } of trace.events) {
          const { tasks, ready, running } = openRun(trace).stateAfter(seq);
          for (const { id, status } of tasks) {
            const queued = [...ready].filter((entry) => entry.kind === 'task' && entry.id === id).length;
            expect(queued).toBe(status.kind === 'ready' ? 1 : 0);
            expect(running.includes(id)).toBe(status.kind === 'running');
          }
          expect(running.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('has on the stack exactly the frames that are running', () => {
    fc.assert(
      fc.property(anyFrameTrace, (trace) => {
        for (const { seq } of trace.events) {
          const { frames, stack } = openRun(trace).stateAfter(seq);
          const running = [...frames].filter(({ status }) => status === 'running').map(({ id }) => id);
          expect([...stack].sort()).toEqual(running.sort());
        }
      }),
    );
  });

  it('reads no more events than lie between two checkpoints once it has seen them all', () => {
    let reads = 0;
    const { events } = repeat(2000);
    const counted = new Proxy(events, {
      get(target, key) {
        if (key !== 'length') reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    const history = new RunHistory(counted);
    history.after(1999);
    for (let n = 0; n < 2000; n += 1) {
      reads = 0;
      history.after((n * 997) % 2000);
      expect(reads).toBeLessThan(32);
    }
  });
});

/** A trace with this many events, in which 40 tasks take turns. */
function repeat(length: number): Trace {
  const created = Array.from({ length: 40 }, (_, index) => ({
    kind: 'task-created',
    id: index + 1,
    name: 'x',
    coroutine: 'x',
    eager: false,
  }));
  const turns = Array.from({ length: length - 40 }, (_, index) => {
    const id = (Math.floor(index / 4) % 40) + 1;
    return [
      { kind: 'task-ready', id },
      { kind: 'step-begins', id },
      { kind: 'output', text: 'x' },
      { kind: 'task-waits', id, on: { what: 'tick', label: 'x' } },
    ][index % 4];
  });
  const events = [...created, ...turns].map((event, seq) => ({
    seq,
    iteration: 0,
    time: 0,
    task: null,
    cause: null,
    ...event,
  }));
  return { ...twoSleeps, events: events as Trace['events'] };
}
