import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRun } from './describe-run.ts';
import { describeEvent, describeStep } from './describe-step.ts';
import type { Trace } from '../event/events.ts';
import { writeFrameTrace } from '../fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../fixtures/write-task-trace.ts';
import { cancellation } from '../fixtures/cancellation.ts';
import { crossedLocks } from '../fixtures/crossed-locks.ts';
import { failingTask } from '../fixtures/failing-task.ts';
import { loopMoments } from '../fixtures/loop-moments.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { runningAverage } from '../fixtures/running-average.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';
import { writeTrace } from '../fixtures/write-trace.ts';
import { openRun } from '../open-run.ts';

const anyTaskTrace = fc.array(fc.nat({ max: 249 }), { maxLength: 40, size: 'max' }).map(writeTaskTrace);
const anyFrameTrace = fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace);

const sentences = (trace: Trace): string[] =>
  openRun(trace).steps.map(({ number }) => describeEvent(openRun(trace), number));

describe('describeStep', () => {
  it('says the number of the step, what happens, and the clock', () => {
    expect(describeStep(openRun(twoSleeps), 13)).toBe(
      'Step 13 of 26. think(2) is woken by its timer and is first in the queue. Clock 2 s.',
    );
  });

  it('has a sentence for the moment before the first step and for the end', () => {
    expect(describeStep(openRun(twoSleeps), 0)).toBe('Before step 1 of 26. Nothing has run yet. Clock 0 s.');
    expect(describeStep(openRun(twoSleeps), 27)).toBe('After step 26 of 26. The run finishes. Clock 5 s.');
    expect(describeStep(openRun(failingTask), 12)).toBe(
      'After step 11 of 11. The run fails with ValueError. Clock 0 s.',
    );
  });

  it('leaves out the clock of generators that take no time', () => {
    expect(describeStep(openRun(runningAverage), 1)).toBe('Step 1 of 10. The program starts average at line 1.');
  });

  it('shows a warning with its line, among what is printed', () => {
    const warning = {
      kind: 'warning',
      category: 'RuntimeWarning',
      message: "coroutine 'save' was never awaited",
    } as const;
    const trace = writeTrace([{ kind: 'output', text: 'x' }, { ...warning, line: 9 }, warning]);
    expect(sentences(trace).slice(1)).toEqual([
      `${trace.runtime} warns: RuntimeWarning: coroutine 'save' was never awaited (line 9).`,
      `${trace.runtime} warns: RuntimeWarning: coroutine 'save' was never awaited.`,
    ]);
    expect(describeRun(openRun(trace))).toMatch(/It prints 1 line, with 2 warnings, and finishes\.$/);
  });

  it('names the steps that there are when asked for another', () => {
    expect(() => describeStep(openRun(twoSleeps), 28)).toThrow(
      new RangeError('Expected a step from 1 to 26, but got 28.'),
    );
  });
});

describe('the sentences', () => {
  it('tell two sleeps', () => {
    expect(sentences(twoSleeps)).toEqual([
      'The task main is created and is first in the queue.',
      'main starts.',
      'main creates the task think(5), which is first in the queue.',
      'main creates the task think(2), which waits in the queue behind think(5).',
      'main suspends at line 7: it awaits gather(think(5), think(2)).',
      'think(5) starts.',
      'think(5) prints “Starting to think for 5 seconds...”.',
      'think(5) suspends at line 3: it sleeps until 5 s.',
      'think(2) starts.',
      'think(2) prints “Starting to think for 2 seconds...”.',
      'think(2) suspends at line 3: it sleeps until 2 s.',
      'Nothing is ready, so the clock jumps from 0 s to 2 s.',
      'think(2) is woken by its timer and is first in the queue.',
      'think(2) resumes at line 3.',
      'think(2) prints “Finished thinking for 2 seconds...”.',
      'think(2) returns and is done.',
      'gather notes that think(2) is done (1 of 2).',
      'Nothing is ready, so the clock jumps from 2 s to 5 s.',
      'think(5) is woken by its timer and is first in the queue.',
      'think(5) resumes at line 3.',
      'think(5) prints “Finished thinking for 5 seconds...”.',
      'think(5) returns and is done.',
      'gather notes that think(5) is done (2 of 2) and has all results.',
      'main is woken by the end of think(5) and is first in the queue.',
      'main resumes at line 7.',
      'main returns and is done.',
    ]);
  });

  it('tell a failure that passes from one task to another', () => {
    expect(sentences(failingTask).slice(5)).toEqual([
      'fetch suspends for one iteration and is first in the queue.',
      'fetch resumes.',
      'fetch fails with ValueError: the host refused.',
      'main is woken by the failure of fetch and is first in the queue.',
      'main resumes, and ValueError is raised in it.',
      'main fails with ValueError: the host refused.',
    ]);
  });

  it('tell a bad yield as an error to come, and not as a turn that is given away', () => {
    const { events, outcome } = failingTask;
    const on = { what: 'tick', label: 'bad yield' } as const;
    const refused = {
      ...failingTask,
      outcome,
      events: events.map((event) => (event.kind === 'task-waits' && event.id === 2 ? { ...event, on } : event)),
    };
    expect(sentences(refused)[5]).toBe(
      'fetch suspends. It cannot wait for what was yielded: it is first in the queue and will resume with an error.',
    );
  });

  it('tell a cancellation from the request to the end', () => {
    expect(sentences(cancellation).slice(9)).toEqual([
      'main asks to cancel worker; the request goes to what worker waits for, sleep(60).',
      'worker is woken by the request to cancel it and is first in the queue.',
      'main suspends: it awaits worker.',
      'worker resumes, and CancelledError is raised in it.',
      'worker prints “cleaning up”.',
      'worker is canceled and ends.',
      'main is woken by the cancellation of worker and is first in the queue.',
      'main resumes, and CancelledError is raised in it.',
      'main prints “worker stopped”.',
      'main returns and is done.',
    ]);
  });

  it('tell who waits for what in a deadlock', () => {
    expect(sentences(crossedLocks).at(-1)).toBe(
      'Deadlock: nothing is ready and no timer is set. ' +
        'left waits for Lock #2 to be released and right waits for Lock #1 to be released.',
    );
  });

  it('describe rarer events', () => {
    expect(sentences(loopMoments)).toEqual([
      'The task main is created and is first in the queue.',
      'main starts.',
      'main schedules the callback tick, which is first in the queue.',
      'main sets the timer timeout for 10 s.',
      'main sets the timer never, which is never due.',
      'main creates the task eager, which starts at once.',
      'eager starts.',
      'eager suspends: it waits for an item from Queue #2.',
      'main creates the task work, which waits in the queue behind the callback tick.',
      'main asks to cancel work; CancelledError will be raised at its next step.',
      'main asks again to cancel work; CancelledError will be raised at its next step.',
      'main withdraws a request to cancel work; 1 is left.',
      'main asks to cancel itself; CancelledError will be raised at its next step.',
      'main withdraws a request to cancel itself; none is left.',
      'eager is woken by main through Queue #2 and waits in the queue behind work.',
      'main blocks the event loop: the clock moves from 0 s to 1.5 s, and no other task can run.',
      'main prints an empty line.',
      'main suspends: it awaits a future.',
      'The event loop runs the callback tick.',
      'The callback tick prints “  one two  ”.',
      'The callback tick schedules the callback tick, which waits in the queue behind eager.',
      'main is woken by the callback tick and waits in the queue behind the callback tick.',
      'work gets CancelledError before its first line, so it never runs.',
      'work is canceled and ends.',
      'eager resumes.',
      'eager finds that Queue #2 has served someone who did not wait, and waits again.',
      'eager suspends: it waits for an item from Queue #2.',
      'main resumes.',
      'The task group aborts: it cancels the tasks it still has.',
      'main returns 42 and is done.',
      'The run ends, and nobody has read the error of eager: ValueError: nobody listens.',
      'The run ends, and nobody has read the error of a future: KeyError.',
    ]);
  });

  it('tell what plain code does to a generator', () => {
    expect(sentences(runningAverage)).toEqual([
      'The program starts average at line 1.',
      'average yields None to the program and suspends at line 3.',
      'The program sends 10 into average, which resumes at line 3.',
      'average yields 10.0 to the program and suspends at line 6.',
      'The program prints “10.0”.',
      'The program throws ValueError: not a number into average at line 6.',
      'average yields 5.0 to the program and suspends at line 6.',
      'The program prints “5.0”.',
      'The program closes average: GeneratorExit is raised at line 6.',
      'average lets GeneratorExit through and is closed.',
    ]);
  });

  it('tell how a value passes through frames that delegate', () => {
    expect(sentences(nestedYieldFrom)).toEqual([
      'The program calls main: a coroutine is made, and nothing in it runs yet.',
      'The event loop starts main at line 9.',
      'main starts outer at line 5.',
      'outer starts inner at line 1.',
      "inner yields 'a' at line 2 through outer to main, and both suspend.",
      "main sends 'b' through outer into inner, which resumes at line 2.",
      "inner returns 'b' to outer and is closed.",
      "outer yields 'b' to main and suspends at line 7.",
      'main prints “b”.',
      'main returns to the event loop and is closed.',
    ]);
  });

  it('exist for every step of any run', () => {
    fc.assert(
      fc.property(fc.oneof(anyTaskTrace, anyFrameTrace), (trace) => {
        for (const sentence of sentences(trace)) expect(sentence).toMatch(/^\S+ .+\.$/);
      }),
    );
  });
});
