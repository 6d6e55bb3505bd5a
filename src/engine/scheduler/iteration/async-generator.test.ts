import { describe, expect, it } from 'vitest';
import {
  abandon,
  aclose,
  aclosing,
  anext,
  asend,
  asyncGenerator,
  asyncWith,
  athrow,
  createTask,
  emit,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  StopAsyncIteration,
  type Coroutine,
  type Emitted,
  type ObserverRecord,
  type Suspension,
} from '../index.ts';

type Ticks = Generator<Suspension | Emitted<number>, void, string | undefined>;

const ticker = asyncGenerator(function* ticker(log: string[], to: number): Ticks {
  try {
    for (let i = 0; i < to; i++) {
      const sent = yield emit(i);
      if (sent !== undefined) log.push(`was sent ${sent}`);
      yield* sleep(1);
    }
  } finally {
    yield* sleep(1);
    log.push(`closed at ${getRunningLoop().time()}`);
  }
});

function* failing(work: () => Coroutine<unknown>): Coroutine<unknown> {
  try {
    yield* work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('an async generator', () => {
  it('emits, awaits, is sent values, and ends', () => {
    const log: string[] = [];
    const main = function* (): Coroutine<unknown[]> {
      const generator = ticker(log, 2);
      const first = yield* asend(generator);
      const second = yield* generator.asend('hello');
      return [first, second, yield* anext(generator, 'end'), yield* failing(() => anext(generator))];
    };
    expect(run(main())).toEqual([0, 1, 'end', new StopAsyncIteration()]);
    expect(log).toEqual(['was sent hello', 'closed at 3']);
  });

  it('does one thing at a time', () => {
    const main = function* (): Coroutine<unknown> {
      const generator = ticker([], 2);
      yield* anext(generator);
      const next = createTask(anext(generator));
      yield* sleep(0);
      const error = yield* failing(() => aclose(generator));
      expect(yield* next).toBe(1);
      return error;
    };
    expect(run(main())).toEqual(new RuntimeError('aclose(): asynchronous generator is already running'));
  });

  it('can be closed when a block is left', () => {
    const log: string[] = [];
    const main = function* (): Coroutine<void> {
      yield* asyncWith(aclosing(ticker(log, 3)), function* (generator) {
        yield* anext(generator);
        log.push('block ends');
      });
      log.push('after block');
    };
    run(main());
    expect(log).toEqual(['block ends', 'closed at 1', 'after block']);
  });

  it('can have an error raised where it is suspended', () => {
    const catches = asyncGenerator(function* () {
      try {
        yield emit('first');
      } catch (error) {
        yield emit(`caught ${(error as Error).message}`);
      }
    });
    const main = function* (): Coroutine<unknown> {
      const generator = catches();
      yield* anext(generator);
      return yield* athrow(generator, new Error('thrown'));
    };
    expect(run(main())).toBe('caught thrown');
  });

  it('that is left open is closed at the end of the run, together with all others', () => {
    const log: string[] = [];
    const main = function* (): Coroutine<void> {
      yield* anext(ticker(log, 3));
      yield* anext(ticker(log, 3));
      log.push('main ends');
    };
    run(main());
    expect(log).toEqual(['main ends', 'closed at 1', 'closed at 1']);
  });

  it('that is abandoned is closed by a task of its own, two iterations later', () => {
    const log: string[] = [];
    const main = function* (): Coroutine<void> {
      const generator = ticker(log, 3);
      yield* anext(generator);
      abandon(generator);
      yield* sleep(5);
      log.push('main ends');
      abandon(generator);
    };
    run(main());
    expect(log).toEqual(['closed at 1', 'main ends']);
  });

  it('whose closing fails is reported', () => {
    const error = new Error('in finally');
    const fails = asyncGenerator(function* () {
      try {
        yield emit(1);
      } finally {
        throw error;
      }
    });
    const reports: unknown[] = [];
    const main = function* (): Coroutine<void> {
      yield* anext(fails());
    };
    run(main(), { exceptionHandler: (_, context) => reports.push(context) });
    expect(reports).toMatchObject([
      { message: 'an error occurred during closing of an asynchronous generator', exception: error },
    ]);
  });

  it('is recorded when it is first used and when it has ended', () => {
    const records: ObserverRecord[] = [];
    const main = function* (): Coroutine<void> {
      const generator = ticker([], 1);
      yield* anext(generator);
      yield* aclose(generator);
      yield* failing(() => anext(generator));
    };
    run(main(), { observer: (record) => records.push(record) });
    expect(records.filter(({ kind }) => kind.startsWith('async-generator'))).toMatchObject([
      { kind: 'async-generator-opened', generator: 1, label: 'ticker', time: 0, task: 1 },
      { kind: 'async-generator-closed', generator: 1, time: 1, task: 1 },
    ]);
  });
});
