/*
 * Adds number, time and cause to every event, and passes it to the observer.
 *
 * `cause` is a register: the `seq` of the record that causes what happens now. That is the running step or callback, or a record
 * while it has effects of its own (a future resolves, a task is canceled). A loop without an observer has no recorder, and every
 * place that records begins with one branch on that.
 */
import { coroutineName } from '../tasks/coroutine-name.ts';
import { current } from '../loop/current.ts';
import { EventLimitError } from '../errors.ts';
import type {
  ForeignDetail,
  LoopContract,
  RecorderContract,
  SyncNamesContract,
  TaskContract,
} from '../loop/contracts.ts';
import type { LoopTimer } from '../loop/handle.ts';
import type { Observer, ObserverRecord, RecordDetail, WaitTarget } from './observer.ts';
import type { Labelled, Runnable } from '../loop/ready-queue.ts';

/** @internal */
export class Recorder implements RecorderContract {
  cause: number | null;
  _isEnding: boolean;
  /** Numbers of handles, timers, groups and async generators, in creation order. */
  handles: number;
  timers: number;
  groups: number;
  generators: number;
  #seq: number;
  readonly #last: number;
  readonly #maxEvents: number;
  readonly #loop: LoopContract;
  readonly #observer: Observer;
  _syncNames: SyncNamesContract | null;

  /** `before` is the recorder of a run that this one continues: numbers continue where that left off. */
  constructor(
    loop: LoopContract,
    observer: Observer,
    firstSeq: number,
    maxEvents: number,
    before: Recorder | null = null,
  ) {
    this.cause = null;
    this._isEnding = false;
    this.handles = before?.handles ?? 0;
    this.timers = before?.timers ?? 0;
    this.groups = before?.groups ?? 0;
    this.generators = before?.generators ?? 0;
    this.#seq = firstSeq;
    this.#last = firstSeq + maxEvents;
    this.#maxEvents = maxEvents;
    this.#loop = loop;
    this.#observer = observer;
    this._syncNames = before?._syncNames ?? null;
  }

  /** Records `detail` and returns its `seq`. */
  add(detail: RecordDetail | ForeignDetail, cause: number | null = this.cause): number {
    const seq = this.#next();
    const { _iteration: iteration, _now: time } = this.#loop;
    this.#emit({ seq, iteration, time, task: runningTask(), cause, ...detail } as ObserverRecord);
    return seq;
  }

  _iterationBegins(ready: number, timers: number): void {
    const { _iteration: iteration, _now: time } = this.#loop;
    this.#emit({
      seq: this.#next(),
      iteration,
      time,
      task: null,
      cause: null,
      kind: 'iteration-begins',
      ready,
      timers,
    });
  }

  // The records of a task switch are written field by field, because copying a `detail` would cost more than everything else. A
  // task without a number belongs to the shutdown of the run: asyncio has it too, but it is not one of the program's.

  _taskCreated(task: TaskContract, eager: boolean): void {
    if (task._id === 0) return;
    const before = this.cause;
    const coroutine = coroutineName(task.getCoro());
    task._seq = this.cause = this.add({ kind: 'task-created', id: task._id, name: task.getName(), coroutine, eager });
    if (!eager) this._taskReady(task);
    this.cause = before;
  }

  _taskReady(task: TaskContract): void {
    const id = task._id;
    if (id === 0) return;
    const { _iteration: iteration, _now: time } = this.#loop;
    const seq = (task._seq = this.#next());
    const { cause } = this;
    this.#emit({ seq, iteration, time, task: runningTask(), cause, kind: 'task-ready', id });
  }

  _stepBegins(task: TaskContract, thrown: unknown): void {
    this.cause = null;
    const id = task._id;
    if (id === 0) return;
    const { _iteration: iteration, _now: time } = this.#loop;
    const seq = (this.cause = this.#next());
    const cause = task._seq;
    if (thrown === undefined) this.#emit({ seq, iteration, time, task: id, cause, kind: 'step-begins', id });
    else this.#emit({ seq, iteration, time, task: id, cause, kind: 'step-begins', id, thrown });
  }

  _taskWaits(task: TaskContract, on: WaitTarget): number | null {
    const id = task._id;
    if (id === 0) return null;
    const { _iteration: iteration, _now: time } = this.#loop;
    const { cause } = this;
    const seq = this.#next();
    this.#emit({ seq, iteration, time, task: id, cause, kind: 'task-waits', id, on });
    return seq;
  }

  /** Puts a callback on the ready queue so that its run is recorded too. */
  _callbackReady(target: Labelled, argument: unknown, cause: number | null = this.cause): void {
    const handle = ++this.handles;
    const seq = this.add({ kind: 'callback-ready', handle, label: target._label() }, cause);
    this.#loop._ready.call(new RecordedCallback(this.#loop, target, handle, seq), argument);
  }

  _timerFired(timer: LoopTimer): void {
    const fired = this.add({ kind: 'timer-fired', timer: timer._timer }, timer._seq);
    this._callbackReady(timer, undefined, fired);
  }

  #next(): number {
    if (this.#seq === this.#last) throw new EventLimitError(this.#maxEvents);
    return this.#seq++;
  }

  #emit(record: ObserverRecord): void {
    try {
      this.#observer(record);
    } catch (error) {
      this.#loop._observerFailed(error);
    }
  }
}

function runningTask(): number | null {
  const { task } = current;
  return task === null || task._id === 0 ? null : task._id;
}

/** A callback on the ready queue that reports when it is run or skipped. */
class RecordedCallback implements Runnable {
  readonly #loop: LoopContract;
  readonly #target: Labelled;
  readonly #handle: number;
  readonly #seq: number;

  constructor(loop: LoopContract, target: Labelled, handle: number, seq: number) {
    this.#loop = loop;
    this.#target = target;
    this.#handle = handle;
    this.#seq = seq;
  }

  _run(argument: unknown): void {
    const recorder = this.#loop._recorder;
    if (recorder !== null) {
      const target = this.#target;
      const handle = this.#handle;
      const skipped = (target as { _cancelled?: boolean })._cancelled === true;
      recorder.cause = recorder.add(
        skipped ? { kind: 'callback-skipped', handle } : { kind: 'callback-runs', handle, ...target._progress?.() },
        this.#seq,
      );
    }
    this.#target._run(argument);
  }
}
