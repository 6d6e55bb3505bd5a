import { describe, expect, it } from 'vitest';
import { getRunningLoop, run, sleep } from '../index.ts';
import { ReadyQueue, type Runnable } from './ready-queue.ts';

const entry = (): Runnable => ({ _run: () => {} });

describe('the ready queue', () => {
  it('returns entries with their arguments in the order in which they came, however it grows', () => {
    const queue = new ReadyQueue();
    const entries = Array.from({ length: 100 }, entry);
    // Begins away from the start of the ring, so that growing has to rotate it.
    for (const each of entries.slice(0, 11)) queue.push(each);
    for (let i = 0; i < 11; i++) queue.shift();
    queue.count = 0;
    // Every other one is a call, so that calls begin at odd places, too, and one of them has its halves at both ends of the ring.
    for (const [i, each] of entries.entries()) {
      if (i % 2 === 0) queue.push(each);
      else queue.call(each, i);
    }
    expect(queue.count).toBe(100);
    for (const [i, each] of entries.entries()) {
      if (i % 2 === 1) expect(queue.shift()).toBe(i);
      expect(queue.shift()).toBe(each);
    }
    expect(queue._head).toBe(queue._tail);
  });

  it('keeps nothing alive that has run', () => {
    const queue = new ReadyQueue();
    queue.call(entry(), {});
    queue.shift();
    queue.shift();
    expect(queue._ring.every((place) => place === undefined)).toBe(true);
  });

  it('does not lose its place when it grows in the middle of an iteration', () => {
    const log: string[] = [];
    run(
      (function* () {
        const loop = getRunningLoop();
        for (let i = 0; i < 12; i++) {
          loop.callSoon(() => {
            log.push(`first ${i} in ${loop._iteration}`);
            for (let j = 0; j < 4; j++) loop.callSoon(() => log.push(`then ${i}.${j} in ${loop._iteration}`));
          });
        }
        yield* sleep(1);
      })(),
    );
    const first = Array.from({ length: 12 }, (_, i) => `first ${i} in 2`);
    const then = first.flatMap((_, i) => [0, 1, 2, 3].map((j) => `then ${i}.${j} in 3`));
    expect(log).toEqual([...first, ...then]);
  });
});
