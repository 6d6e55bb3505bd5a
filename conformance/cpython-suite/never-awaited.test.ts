/* CPython's tests of warnings about coroutines that nobody awaits; here they are the report of a run with `debug`. */
import { describe, expect, it } from 'vitest';
import { asyncGenerator, emit, getRunningLoop, run, type Coroutine } from '../../src/engine/scheduler/index.ts';
import { handOut } from './hand-out.ts';
import { lower } from './lower.ts';

/** What a run with `debug` reports after making something that it does not await. */
function reports(make: () => unknown): unknown[] {
  const messages: string[] = [];
  run(
    (function* (): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_loop, { message }) => messages.push(message));
      make();
    })(),
    { debug: true },
  );
  return messages;
}

const generator = asyncGenerator(function* () {
  yield emit(1);
});
const waits = asyncGenerator(function* () {
  for (;;) yield* handOut(1);
});
const failure = new RangeError('thrown');

describe('CoroutineTest of test_coroutines', () => {
  it('test_func_9: a call of an async function that is never awaited is reported', () => {
    expect(reports(lower('async () => {}'))).toEqual(["coroutine 'coroutine' was never awaited"]);
  });
});

describe('TestUnawaitedWarnings of test_asyncgen', () => {
  it.each([
    ['test_asend', 'asend', () => generator().asend()],
    ['test_athrow', 'athrow', () => generator().athrow(failure)],
    ['test_aclose', 'aclose', () => generator().aclose()],
  ])('%s: an %s that nobody awaits is reported', (_, name, make) => {
    expect(reports(make)).toContain(`coroutine '${name}' was never awaited`);
  });

  it('test_aclose_throw: a coroutine that was thrown into is not reported', () => {
    const thrownInto = (): void => {
      expect(() => generator().aclose().throw(failure)).toThrow(failure);
    };
    expect(reports(thrownInto)).toEqual([]);
  });

  it.each([
    ['test_asend_send_already_running', (running: ReturnType<typeof waits>) => running.asend()],
    ['test_athrow_send_already_running', (running: ReturnType<typeof waits>) => running.athrow(failure)],
  ])('%s: nor is one that was refused because another is under way', (_, second) => {
    const refused = (): void => {
      const running = waits();
      running.asend().next();
      expect(() => second(running).next()).toThrow(/already running$/);
    };
    expect(reports(refused)).not.toContainEqual(expect.stringContaining('never awaited'));
  });
});
