import { describe, expect, it } from 'vitest';
import { createTask, gather, Queue, QueueShutDown, run, sleep, type Coroutine, type ObserverRecord } from '../index.ts';

describe('a queue', () => {
  it('wakes one waiting task for each item, and one for each place', () => {
    const woken: number[] = [];
    const observer = (record: ObserverRecord): void => {
      if (record.kind === 'sync-woken') woken.push(record.id);
    };
    function* main(): Coroutine<void> {
      const queue = new Queue<string>(1);
      const getters = [1, 2, 3].map(() => createTask(queue.get()));
      yield* sleep(0);
      queue.putNowait('first');
      yield* sleep(0);
      expect(getters.map((getter) => getter.done())).toEqual([true, false, false]);
      expect(woken).toEqual([2]);
      queue.putNowait('second');
      yield* sleep(0);
      queue.putNowait('third');
      expect(yield* gather(getters)).toEqual(['first', 'second', 'third']);
      expect(woken).toEqual([2, 3, 4]);
    }
    run(main(), { observer });
  });

  it('that is shut down wakes all waiting tasks, to put as well as to get', () => {
    function* main(): Coroutine<void> {
      const empty = new Queue<number>();
      const full = new Queue<number>(1);
      full.putNowait(0);
      const waiting = gather([empty.get(), empty.get(), full.put(1), full.put(2)], { returnExceptions: true });
      yield* sleep(0);
      empty.shutdown();
      full.shutdown();
      const results = yield* waiting;
      expect(results).toHaveLength(4);
      for (const result of results) expect(result).toBeInstanceOf(QueueShutDown);
    }
    run(main());
  });
});
