import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertInvariant } from './observe/assert-invariant.ts';
import {
  CancelledError,
  createTask,
  DeadlockError,
  Event,
  getRunningLoop,
  Lock,
  Queue,
  run,
  Semaphore,
  sleep,
  type Coroutine,
  type ObserverRecord,
  type Task,
} from './index.ts';

/** One thing that a worker does; `which` is the number of a lock, queue, … or of a worker. */
type Action =
  | { readonly do: 'sleep'; readonly delay: number }
  | { readonly do: 'lock' | 'unit' | 'put' | 'get' | 'set' | 'wait' | 'cancel'; readonly which: number };
type Program = readonly (readonly Action[])[];

const action = fc.oneof(
  fc.record({ do: fc.constant('sleep' as const), delay: fc.constantFrom(0, 0, 1, 2) }),
  fc.record({
    do: fc.constantFrom('lock', 'unit', 'put', 'get', 'set', 'wait', 'cancel' as const),
    which: fc.nat({ max: 5 }),
  }),
) as fc.Arbitrary<Action>;
const program: fc.Arbitrary<Program> = fc.array(fc.array(action, { maxLength: 8 }), { minLength: 1, maxLength: 6 });

/** Runs the workers of a program, each as a task; returns the records, and the items taken from the queues. */
function execute(workers: Program): { records: ObserverRecord[]; sent: number[]; received: number[] } {
  const records: ObserverRecord[] = [];
  const sent: number[] = [];
  const received: number[] = [];
  const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

  function* main(): Coroutine<void> {
    const locks = [new Lock(), new Lock()];
    const units = [new Semaphore(1), new Semaphore(2)];
    const queues = [new Queue<number>(1)];
    const events = [new Event()];
    const tasks: Task[] = [];
    function* work(actions: readonly Action[]): Coroutine<void> {
      for (const action of actions) {
        if (action.do === 'sleep') yield* sleep(action.delay);
        else yield* perform(action.do, action.which);
      }
    }
    function* perform(what: string, which: number): Coroutine<void> {
      if (what === 'lock' || what === 'unit') {
        const guard = what === 'lock' ? at(locks, which) : at(units, which);
        yield* guard.acquire();
        try {
          yield* sleep(which % 2);
        } finally {
          guard.release();
        }
      } else if (what === 'put') {
        const item = sent.length + 1000 * which;
        yield* at(queues, which).put(item);
        sent.push(item);
      } else if (what === 'get') received.push(yield* at(queues, which).get());
      else if (what === 'set') at(events, which).set();
      else if (what === 'wait') yield* at(events, which).wait();
      else at(tasks, which).cancel();
    }
    for (const actions of workers) tasks.push(createTask(work(actions)));
    for (const task of tasks) {
      try {
        yield* task;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
      }
    }
  }

  try {
    run(main(), { observer: (record) => records.push(record), maxIterations: 2000 });
  } catch (error) {
    if (!(error instanceof DeadlockError)) throw error;
  }
  return { records, sent, received };
}

/** Checks the records of random programs. */
function forAll(check: (records: readonly ObserverRecord[]) => void): void {
  fc.assert(
    fc.property(program, (workers) => {
      check(execute(workers).records);
    }),
    { numRuns: 100 },
  );
}

const idOf = (record: ObserverRecord): number => (record as { id: number }).id;

describe('whatever a program does', () => {
  it('the ready queue is first in, first out, and nothing that is ready is forgotten', () => {
    forAll((records) => {
      const entry = (record: ObserverRecord): string =>
        'handle' in record ? `callback ${record.handle}` : `task ${idOf(record)}`;
      const came = records.filter(({ kind }) => kind === 'task-ready' || kind === 'callback-ready');
      const went = records.filter(({ kind }) => ['step-begins', 'callback-runs', 'callback-skipped'].includes(kind));
      expect(went.map(entry)).toEqual(came.map(entry));
      expect(went.map(({ cause }) => cause)).toEqual(came.map(({ seq }) => seq));
    });
  });

  it('time and iterations never go back, and every cause comes before its effect', () => {
    forAll((records) => {
      for (const [i, record] of records.entries()) {
        expect(record.seq).toBe(i);
        if (record.cause !== null) expect(record.cause).toBeLessThan(record.seq);
        const before = records[i - 1];
        if (before === undefined) continue;
        expect(record.time).toBeGreaterThanOrEqual(before.time);
        expect(record.iteration - before.iteration).toBeOneOf([0, 1]);
      }
    });
  });

  it('an iteration runs exactly what is ready when it begins', () => {
    forAll((records) => {
      let ready = 0;
      let toRun = 0;
      // What `run` does afterwards is not recorded step by step.
      const end = records.findIndex(({ kind, task }) => kind === 'task-ended' && task === 1);
      for (const record of records.slice(0, end)) {
        if (record.kind === 'task-ready' || record.kind === 'callback-ready') ready++;
        if (record.kind === 'iteration-begins') {
          expect(toRun).toBe(0);
          toRun = record.ready;
        }
        if (['step-begins', 'callback-runs', 'callback-skipped'].includes(record.kind)) {
          toRun--;
          ready--;
        }
        expect(ready).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('every task that is made ends, once, or the run ends with it waiting', () => {
    forAll((records) => {
      const ids = (kind: string): number[] => records.filter((record) => record.kind === kind).map(idOf);
      const pending = records.filter(({ kind }) => kind === 'unretrieved').map(idOf);
      expect([...ids('task-ended'), ...pending].sort((a, b) => a - b)).toEqual(ids('task-created'));
    });
  });

  it('waiting tasks are woken in the order in which they came', () => {
    forAll((records) => {
      const lists = new Map<string, number[]>();
      const listOf = new Map<number, number[]>();
      for (const record of records) {
        if (record.kind === 'sync-enqueued') {
          // The record after it shows whether the task waits to put or to get.
          const { on } = records[record.seq + 1] as ObserverRecord & { kind: 'task-waits' };
          const key = `${record.on.object} ${record.on.id} ${on.what}`;
          const list = lists.get(key) ?? [];
          lists.set(key, list);
          list.push(record.id);
          listOf.set(record.id, list);
        } else if (record.kind === 'sync-woken') {
          const list = listOf.get(record.id) ?? [];
          // A canceled task has left without being woken; nobody else may be skipped.
          const passed = list.splice(0, list.indexOf(record.id) + 1).slice(0, -1);
          expect(passed.filter((id) => !wasCancelled(records, id, record.seq))).toEqual([]);
        }
      }
    });
  });

  it('every request to cancel reaches its task: at its next step, or it has ended', () => {
    forAll((records) => {
      for (const request of records) {
        if (request.kind !== 'cancel-requested') continue;
        const after = records.slice(request.seq + 1);
        const next = after.find(
          (record) => (record.kind === 'step-begins' || record.kind === 'task-ended') && record.id === request.id,
        );
        if (next?.kind === 'step-begins') expect(next.thrown).toBeInstanceOf(CancelledError);
        else expect(next?.kind).toBe('task-ended');
      }
    });
  });

  it('what is received was sent, in that order, and nothing is received twice', () => {
    fc.assert(
      fc.property(program, (workers) => {
        const { sent, received } = execute(workers);
        expect(sent.slice(0, received.length).sort()).toEqual(received.toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it('the states of tasks and timers stay as documented', () => {
    fc.assert(
      fc.property(program, (workers) => {
        let iterations = 0;
        run(
          (function* () {
            const loop = getRunningLoop();
            const locks = new Lock();
            for (const actions of workers) createTask(busy(actions, locks));
            for (let i = 0; i < 20; i++) {
              loop.callSoon(() => {
                assertInvariant(loop);
                iterations++;
              });
              yield* sleep(i % 3 === 0 ? 1 : 0);
            }
          })(),
        );
        expect(iterations).toBe(20);
      }),
      { numRuns: 100 },
    );
  });
});

function* busy(actions: readonly Action[], lock: Lock): Coroutine<void> {
  for (const action of actions) {
    if (action.do === 'sleep') yield* sleep(action.delay);
    else {
      const handle = getRunningLoop().callLater(action.which, () => {});
      if (action.which % 2 === 0) handle.cancel();
      yield* lock.acquire();
      yield* sleep(action.which % 2);
      lock.release();
    }
  }
}

function wasCancelled(records: readonly ObserverRecord[], id: number, before: number): boolean {
  return records.slice(0, before).some((record) => record.kind === 'cancel-requested' && record.id === id);
}
