import { describe, expect, it } from 'vitest';
import {
  createTask,
  CancelledError,
  gather,
  getRunningLoop,
  Lock,
  run,
  sleep,
  type Coroutine,
  type ObserverRecord,
  type RunOptions,
} from '../index.ts';

function record(main: Coroutine<unknown>, options: RunOptions = {}): ObserverRecord[] {
  const records: ObserverRecord[] = [];
  run(main, { ...options, observer: (record) => records.push(record) });
  return records;
}

/** A record as a line: `5 step-begins 2 ← 3`. */
function inWords(record: ObserverRecord): string {
  const { seq, kind, cause } = record;
  const about = 'id' in record ? ` ${record.id}` : 'handle' in record ? ` ${record.handle}` : '';
  return `${seq} ${kind}${about}${cause === null ? '' : ` ← ${cause}`}`;
}

function* sleeper(): Coroutine<string> {
  yield* sleep(1);
  return 'slept';
}

describe('the observer', () => {
  it('gets every decision, in order, with its cause', () => {
    const records = record(
      (function* () {
        const task = createTask(sleeper());
        yield* sleep(0);
        return yield* task;
      })(),
    );
    expect(records.map(inWords)).toEqual([
      '0 task-created 1',
      '1 task-ready 1 ← 0',
      '2 iteration-begins',
      '3 step-begins 1 ← 1',
      '4 task-created 2 ← 3',
      '5 task-ready 2 ← 4',
      '6 task-waits 1 ← 3',
      '7 task-ready 1 ← 6',
      '8 iteration-begins',
      '9 step-begins 2 ← 5',
      '10 timer-set ← 9',
      '11 task-waits 2 ← 9',
      '12 step-begins 1 ← 7',
      '13 task-waits 1 ← 12',
      '14 clock-jumped ← 10',
      '15 timer-fired ← 10',
      '16 callback-ready 1 ← 15',
      '17 iteration-begins',
      '18 callback-runs 1 ← 16',
      '19 task-ready 2 ← 18',
      '20 iteration-begins',
      '21 step-begins 2 ← 19',
      '22 task-ended 2 ← 21',
      '23 task-ready 1 ← 22',
      '24 iteration-begins',
      '25 step-begins 1 ← 23',
      '26 task-ended 1 ← 25',
      '27 callback-ready 2 ← 26',
      '28 iteration-begins',
      '29 callback-runs 2 ← 27',
      '30 iteration-begins',
      '31 callback-ready 3',
      '32 iteration-begins',
      '33 callback-runs 3 ← 31',
      '34 iteration-begins',
      '35 callback-ready 4',
      '36 iteration-begins',
      '37 callback-runs 4 ← 35',
    ]);
    expect(records[11]).toEqual({
      seq: 11,
      iteration: 2,
      time: 0,
      task: 2,
      cause: 9,
      kind: 'task-waits',
      id: 2,
      on: { what: 'sleep', label: 'sleep(1)', until: 1 },
    });
    expect(records[14]).toEqual({
      seq: 14,
      iteration: 2,
      time: 1,
      task: null,
      cause: 10,
      kind: 'clock-jumped',
      from: 0,
    });
  });

  it('sees who woke whom through a lock', () => {
    const records = record(
      (function* () {
        const lock = new Lock();
        yield* lock.acquire();
        const other = createTask(lock.acquire(), { name: 'other' });
        yield* sleep(1);
        lock.release();
        yield* other;
      })(),
    );
    const woken = records.find(({ kind }) => kind === 'sync-woken');
    const step = records[Number(woken?.cause)];
    const ready = records.find(({ cause }) => cause === woken?.seq);
    expect(woken).toMatchObject({ on: { object: 'Lock', id: 1 }, id: 2, task: 1 });
    expect(step).toMatchObject({ kind: 'step-begins', id: 1, time: 1 });
    expect(ready).toMatchObject({ kind: 'task-ready', id: 2 });
  });

  it('sees a cancellation travel down to what is waited for', () => {
    const records = record(
      (function* () {
        const all = gather([sleeper(), sleeper()]);
        const waits = createTask(
          (function* () {
            yield* all;
          })(),
        );
        yield* sleep(0);
        waits.cancel('enough');
        yield* gather([waits], { returnExceptions: true });
      })(),
    );
    const requests = records.filter(({ kind }) => kind === 'cancel-requested');
    expect(requests).toMatchObject([
      { id: 4, count: 1, message: 'enough', delivery: 'waiter' },
      { id: 2, cause: requests[0]?.seq },
      { id: 3, cause: requests[0]?.seq },
    ]);
  });

  it('sees that a callback was cancelled before it could run', () => {
    const records = record(
      (function* () {
        getRunningLoop()
          .callSoon(function never() {})
          .cancel();
        yield* sleep(0);
      })(),
    );
    const ready = records.find((record) => record.kind === 'callback-ready' && record.label === 'never');
    expect(records.find(({ kind }) => kind === 'callback-skipped')).toMatchObject({ handle: 1, cause: ready?.seq });
  });

  it('gets values and errors unchanged', () => {
    const value = { some: 'object' };
    const error = new Error('raised');
    const records = record(
      (function* () {
        const future = getRunningLoop().createFuture();
        future.setResult(value);
        const failing = createTask(
          (function* () {
            throw error;
          })(),
        );
        yield* gather([failing], { returnExceptions: true });
      })(),
    );
    expect(records.find(({ kind }) => kind === 'future-resolved')).toMatchObject({ how: 'result', value });
    const ended = records.find((record) => record.kind === 'task-ended' && record.how === 'raised');
    expect(ended && 'error' in ended && ended.error).toBe(error);
  });

  it('sees the error that is thrown into a task when the task continues', () => {
    const records = record(
      (function* () {
        const task = createTask(sleeper());
        yield* sleep(0);
        task.cancel();
        yield* gather([task], { returnExceptions: true });
      })(),
    );
    const thrown = records.filter((record) => record.kind === 'step-begins' && 'thrown' in record);
    expect(thrown).toEqual([expect.objectContaining({ id: 2, thrown: new CancelledError() })]);
  });

  it('can get records from elsewhere, in the same sequence', () => {
    const records = record(
      (function* () {
        yield* sleep(1);
        getRunningLoop().record({ kind: 'output', text: 'printed' });
      })(),
      { firstSeq: 100 },
    ) as { seq: number; kind: string; cause: number | null }[];
    const step = records.findLast(({ kind }) => kind === 'step-begins');
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, i) => 100 + i));
    expect(records.find(({ kind }) => kind === 'output')).toEqual({
      seq: Number(step?.seq) + 1,
      iteration: 3,
      time: 1,
      task: 1,
      cause: step?.seq,
      kind: 'output',
      text: 'printed',
    });
  });

  it('is detached when it throws, and the run continues', () => {
    const error = new Error('in observer');
    const reports: unknown[] = [];
    let told = 0;
    const result = run(sleep(1, 'result'), {
      observer: () => {
        if (++told === 3) throw error;
      },
      exceptionHandler: (_, context) => reports.push(context),
    });
    expect(result).toBe('result');
    expect(told).toBe(3);
    expect(reports).toEqual([{ message: 'Exception in observer; it gets no more records', exception: error }]);
  });

  it('does not change what happens', () => {
    const program = (): Coroutine<unknown> =>
      (function* () {
        const log: string[] = [];
        const lock = new Lock();
        function* worker(name: string): Coroutine<void> {
          yield* lock.acquire();
          try {
            yield* sleep(name.charCodeAt(0) % 3);
            log.push(`${name} ${getRunningLoop()._iteration} ${getRunningLoop().time()}`);
          } finally {
            lock.release();
          }
        }
        const tasks = ['a', 'b', 'c', 'd', 'e'].map((name) => createTask(worker(name)));
        yield* sleep(1);
        tasks[2]?.cancel();
        log.push(...(yield* gather(tasks, { returnExceptions: true })).map(String));
        return log;
      })();
    let count = 0;
    expect(run(program(), { observer: () => count++ })).toEqual(run(program()));
    expect(count).toBeGreaterThan(50);
  });
});
