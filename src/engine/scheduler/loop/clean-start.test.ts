import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { current } from './current.ts';
import {
  asyncGenerator,
  asyncWith,
  createTask,
  DeadlockError,
  emit,
  Event,
  EventLimitError,
  gather,
  getRunningLoop,
  IterationLimitError,
  Lock,
  Queue,
  run,
  RuntimeError,
  shield,
  sleep,
  TaskGroup,
  timeout,
  waitFor,
  type Coroutine,
  type ObserverRecord,
  type RunOptions,
} from '../index.ts';

/** A value that outlives its run, like a variable of a module. */
type Kept = { readonly event: Event; readonly lock: Lock; readonly queue: Queue<number> };

const ticks = asyncGenerator(function* (): Generator<ReturnType<typeof emit<number>> | undefined, void> {
  for (let n = 0; ; n++) {
    yield emit(n);
    yield;
  }
});

/** Leaves something of every kind in progress, and then ends in one of several ways. */
function* messy(kept: Kept, end: (turn: number) => Coroutine<void>): Coroutine<void> {
  const loop = getRunningLoop();
  const numbers = ticks();
  yield* numbers.asend();
  loop.callLater(3, () => {});
  loop.callSoon(() => {
    throw new Error('in a callback');
  });
  loop.createFuture().setException(new Error('nobody looks'));
  createTask(sleep(100), { name: 'sleeper' });
  createTask(waitFor(shield(sleep(50)), 70));
  createTask(holds(kept.lock));
  createTask(kept.event.wait());
  createTask(kept.queue.get());
  createTask(
    asyncWith(new TaskGroup(), function* (group) {
      group.createTask(sleep(10));
      yield* asyncWith(timeout(20), () => sleep(15));
    }),
  );
  for (let turn = 0; ; turn++) {
    yield* end(turn);
    yield* sleep(turn % 3);
  }
}

function* holds(lock: Lock): Coroutine<void> {
  yield* lock.acquire();
  yield* sleep(40);
}

class Ended extends Error {}

/** A way in which a run ends, at the turn or record `at`. */
type Ending = {
  readonly end: (at: number) => (turn: number) => Coroutine<void>;
  readonly options?: (at: number) => RunOptions;
  readonly error: new (...args: never[]) => Error;
};
const goOn = () =>
  function* (): Coroutine<void> {
    yield* sleep(0);
  };
const raise = (at: number) =>
  function* (turn: number): Coroutine<void> {
    yield* sleep(0);
    if (turn >= at % 20) throw new Ended();
  };

const endings: Readonly<Record<string, Ending>> = {
  'an error': { end: raise, error: Ended },
  'a limit of iterations': { end: goOn, options: (at) => ({ maxIterations: at }), error: IterationLimitError },
  'a limit of records': {
    end: goOn,
    options: (at) => ({ maxEvents: at, observer: () => undefined }),
    error: EventLimitError,
  },
  'an observer that throws': {
    end: raise,
    options: (at) => ({
      observer: ({ seq }) => {
        if (seq === at) throw new Error('in the observer');
      },
    }),
    error: Ended,
  },
  'a run inside the run': {
    end: () =>
      function* (): Coroutine<void> {
        yield* sleep(0);
        run(sleep(1));
      },
    error: RuntimeError,
  },
  'something that is not an awaitable': {
    end: () =>
      function* (): Coroutine<void> {
        yield* gather([sleep(1), 5 as never]);
      },
    error: TypeError,
  },
};

/** A small program in which everything is numbered: tasks, futures, timers, names. */
function reference(): ObserverRecord[] {
  const records: ObserverRecord[] = [];
  function* main(): Coroutine<string> {
    const event = new Event();
    const waiting = createTask(event.wait());
    yield* gather([sleep(1), sleep(1)]);
    event.set();
    yield* waiting;
    return getRunningLoop().time().toString();
  }
  expect(run(main(), { observer: (record) => records.push(record) })).toBe('1');
  return records;
}

const expected = reference();

function expectCleanStart(): void {
  expect(current).toEqual({ loop: null, task: null, begun: null, cancelling: new Set(), checks: null });
  expect(() => getRunningLoop()).toThrow(RuntimeError);
  expect(reference()).toEqual(expected);
}

describe('after a run nothing is left of it', () => {
  it.each(Object.entries(endings))('that ended with %s', (_, { end, options, error }) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (at, debug) => {
        const kept: Kept = { event: new Event(), lock: new Lock(), queue: new Queue() };
        const work = (): void => {
          run(messy(kept, end(at)), { exceptionHandler: () => undefined, debug, ...options?.(at) });
        };
        expect(work).toThrow(error);
        expectCleanStart();
        // Tasks that still wait for something of that run are not woken in this one.
        run(
          (function* () {
            kept.event.set();
            kept.queue.putNowait(1);
            yield* sleep(1);
          })(),
        );
        expectCleanStart();
      }),
      { numRuns: 60 },
    );
  });

  it('that ended in a deadlock that no cancellation ends', () => {
    const event = new Event();
    function* refuses(): Coroutine<void> {
      for (;;) {
        try {
          yield* event.wait();
          return;
        } catch {
          // It keeps waiting.
        }
      }
    }
    const work = (): void => {
      run(refuses(), { exceptionHandler: () => undefined });
    };
    expect(work).toThrow(DeadlockError);
    expectCleanStart();
    run(
      (function* () {
        event.set();
        yield* sleep(0);
      })(),
    );
    expectCleanStart();
  });

  it('that could not begin', () => {
    const work = (): void => {
      run(5 as never);
    };
    expect(work).toThrow(TypeError);
    expectCleanStart();
  });

  it('that was given a coroutine which ended before', () => {
    const once = sleep(1, 'value');
    expect(run(once)).toBe('value');
    expect(() => run(once)).toThrow(RuntimeError);
    expectCleanStart();
  });
});
