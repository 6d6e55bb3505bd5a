import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SpareWorker } from './spare-worker.ts';

describe('SpareWorker', () => {
  let started: { onerror: ((event: { preventDefault: () => void }) => void) | null; isTerminated: boolean }[];
  const start = (): Worker => {
    const worker = { onerror: null, isTerminated: false, terminate: () => void (worker.isTerminated = true) };
    started.push(worker);
    return worker as unknown as Worker;
  };
  beforeEach(() => {
    started = [];
  });

  it('starts one worker, however often it is asked for', () => {
    const spare = new SpareWorker(start);
    spare.prepare();
    spare.prepare();
    expect(started).toHaveLength(1);
  });

  it('gives each worker away once', () => {
    const spare = new SpareWorker(start);
    spare.prepare();
    expect(spare.take()).toBe(started[0]);
    expect(spare.take()).toBe(started[1]);
    spare.release();
    expect(started.map(({ isTerminated }) => isTerminated)).toEqual([false, false]);
  });

  it('ends a released worker, and starts another when asked again', () => {
    const spare = new SpareWorker(start);
    spare.prepare();
    spare.release();
    expect(started[0]?.isTerminated).toBe(true);
    spare.prepare();
    expect(spare.take()).toBe(started[1]);
  });

  it('forgets a worker that fails before it has a program', () => {
    const spare = new SpareWorker(start);
    spare.prepare();
    const preventDefault = vi.fn();
    started[0]?.onerror?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(started[0]?.isTerminated).toBe(true);
    expect(spare.take()).toBe(started[1]);
  });
});
