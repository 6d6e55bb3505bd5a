import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, createTask, getRunningLoop, run, sleep, toThread, type Coroutine, type RunOptions } from '../index.ts';

/*
 * Without an observer the loop goes from one iteration to the next without a look at its timers, and a task that is alone skips the ready
 * queue. With an observer it does neither. So the same program must log the same iterations and times in both kinds of run.
 */

type Act = 'turn' | 'rest' | 'callSoon' | 'timerNow' | 'timerLater' | 'block' | 'cancelSelf' | 'thread' | 'spawn';
const acts: readonly Act[] = [
  'turn',
  'turn',
  'turn',
  'rest',
  'callSoon',
  'timerNow',
  'timerLater',
  'block',
  'cancelSelf',
  'thread',
  'spawn',
];
const programs = fc.array(fc.array(fc.constantFrom(...acts), { maxLength: 12 }), { minLength: 1, maxLength: 4 });

/** Runs each list of acts as a task; returns one line for everything that happened: what, in which iteration, when. */
function logOf(workers: readonly (readonly Act[])[], options: RunOptions): string[] {
  const log: string[] = [];
  const tell = (what: string): void => {
    const loop = getRunningLoop();
    log.push(`${what} in ${loop._iteration} at ${loop.time()}`);
  };
  function* work(name: string, acts: readonly Act[]): Coroutine<void> {
    const loop = getRunningLoop();
    for (const [i, act] of acts.entries()) {
      const label = `${name}.${i} ${act}`;
      if (act === 'callSoon') loop.callSoon(tell, label);
      else if (act === 'timerNow') loop.callLater(0, tell, label);
      else if (act === 'timerLater') loop.callLater(2, tell, label);
      else if (act === 'block') block(2.5);
      else if (act === 'thread') createTask(toThread(() => log.push(label), i % 2));
      else if (act === 'spawn') createTask(work(`${name}.${i}`, acts.slice(i + 1)));
      else if (act === 'cancelSelf') {
        const task = createTask(cancelItself(label, () => task.cancel()));
      } else yield* sleep(act === 'turn' ? 0 : 1);
      tell(label);
    }
  }
  function* cancelItself(label: string, cancel: () => void): Coroutine<void> {
    yield* sleep(0);
    try {
      cancel();
      yield* sleep(0);
    } catch {
      tell(`${label} delivered`);
    }
    yield* sleep(0);
    tell(`${label} over`);
  }
  function* main(): Coroutine<void> {
    for (const [i, acts] of workers.entries()) createTask(work(String(i), acts));
    yield* sleep(3);
    for (let turn = 0; turn < 5; turn++) {
      yield* sleep(0);
      tell('main');
    }
  }
  try {
    run(main(), { maxIterations: 60, ...options });
  } catch (error) {
    log.push(String(error));
  }
  return log;
}

describe('a run that nobody records', () => {
  it('takes the same iterations, at the same times, as one that is recorded', () => {
    fc.assert(
      fc.property(programs, (workers) => {
        const expected = logOf(workers, { observer: () => undefined });
        expect(logOf(workers, {})).toEqual(expected);
        expect(logOf(workers, { between: () => undefined })).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('is stopped at the limit of iterations by a task that is alone', () => {
    function* forEver(): Coroutine<void> {
      for (;;) yield* sleep(0);
    }
    expect(() => run(forEver(), { maxIterations: 1000 })).toThrow('within 1000 iterations');
  });

  it('ends with the iteration in which the loop is stopped, when one task is ready', () => {
    const turns: number[] = [];
    function* stops(): Coroutine<void> {
      const loop = getRunningLoop();
      for (let turn = 0; turn < 5; turn++) {
        if (turn === 3) loop.stop();
        turns.push(turn);
        yield* sleep(0);
      }
    }
    expect(() => run(stops())).toThrow('Event loop stopped before Future completed.');
    expect(turns).toEqual([0, 1, 2, 3]);
  });
});
