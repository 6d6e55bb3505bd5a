import { type EventLoop, getRunningLoop, type ObserverRecord, type RunOptions } from '@yieldpoint/scheduler';
import type { FrameEvent, TraceEvent } from '../../trace/event/events.ts';
import type { Variables } from '../../trace/event/variables.ts';
import type { Moment } from '../../trace/requests/cancel-request.ts';
import { isTurn } from '../../trace/requests/is-turn.ts';
import { ensureRoom, room } from './ensure-room.ts';
import type { ProgramEvent, WithoutBase } from './program-event.ts';
import { Thinning } from './thinning.ts';
import { defaultRunLimits, type RunLimits, RunStopped, type StopLimit } from './run-limits.ts';
import { toSchedulingEvent } from './scheduling-event.ts';

/**
 * The one list of what happens in a run: records of the loop and events of the program, in one order, each with its cause.
 *
 * While a loop runs, events of the program go through it, which gives them their place: iteration, time, task, and the step or
 * callback they happen in as their cause. Once a limit is reached the list stays as it is: what the program does while it is
 * being stopped is not part of the run.
 */
export class EventRecorder {
  readonly events: TraceEvent[] = [];
  /** The limit that was reached. */
  stopped: StopLimit | undefined;
  /** What the loop throws into the running task's frames in this step, until the first of them runs. */
  thrown: unknown;
  readonly #lineOf: (error: unknown) => number | undefined;
  readonly #maxEvents: number;
  readonly #isOverdue: () => boolean;
  readonly #stopsEndless: boolean;
  readonly #onEvent: ((event: TraceEvent) => void) | undefined;
  readonly #thinning: Thinning;
  #isRunning = false;
  #checks = 0;
  #turns = 0;
  /** Whether the next request to cancel a task is the reader's. */
  #isReaders = false;
  /** Calls in threads, by the numbers of their lanes. */
  readonly #calls = new Set<number>();
  /** The call that runs now: there is no loop then that the program could get hold of. */
  #thread: { readonly call: number; readonly loop: EventLoop | undefined } | undefined;
  /** Where a run's records have other numbers than the loop gave them, because events came in between that the loop never saw. */
  readonly #shifts: { readonly from: number; readonly by: number }[] = [];

  constructor(lineOf: (error: unknown) => number | undefined, limits: RunLimits) {
    this.#lineOf = lineOf;
    this.#maxEvents = limits.maxEvents ?? defaultRunLimits.maxEvents;
    this.#isOverdue = limits.isOverdue ?? (() => false);
    this.#stopsEndless = limits.stopsEndless ?? limits.isOverdue === undefined;
    this.#onEvent = limits.onEvent;
    this.#thinning = new Thinning(this.#maxEvents);
  }

  /** How many events there is room for. */
  get eventsLeft(): number {
    return this.#maxEvents - this.events.length;
  }

  /** The program's clock, in seconds: that of the loop that runs, or what it read when the last one ended. */
  get time(): number {
    return Math.max(findRunningLoop()?.time() ?? 0, this.events.at(-1)?.time ?? 0);
  }

  /** Whether a function runs in a thread, whose frames are on no stack of the loop's. */
  get isInThread(): boolean {
    return this.#thread !== undefined;
  }

  /** How far the loop has come. */
  get moment(): Moment {
    return { iteration: this.events.at(-1)?.iteration ?? 0, after: this.#turns };
  }

  /** Does `work`, a request to cancel a task, on the reader's account. */
  asReader(work: () => void): void {
    this.#isReaders = true;
    try {
      work();
    } finally {
      this.#isReaders = false;
    }
  }

  /** Does `work`, a run of the scheduler with these options, which make it continue this list. */
  watch<Result>(work: (options: Pick<RunOptions, 'observer' | 'firstSeq'>) => Result): Result {
    const wasRunning = this.#isRunning;
    this.#isRunning = true;
    try {
      return work({
        observer: (record) => {
          this.#observe(record);
        },
        firstSeq: this.events.length,
      });
    } finally {
      this.#isRunning = wasRunning;
    }
  }

  /** Adds an event of the program, or counts it as left out where there are too many of its sort. */
  add(event: ProgramEvent): void {
    if (this.stopped !== undefined) return;
    if (event.kind !== 'frame-resumed') this.thrown = undefined;
    for (const kept of this.#thinning.pass(event, this.events.length)) {
      ensureRoom(room.ofRecord);
      this.#record(kept);
    }
    if (this.#stopsEndless && this.#thinning.isEndless) this.stop('events');
  }

  /**
   * Adds an event of a frame.
   *
   * @param look tells what the frame's variables hold; asked only if the event is recorded, because what was told once is not told again
   * @param isPlain whether the frame is of a plain function: what the loop throws is not for it
   */
  addOfFrame(event: WithoutBase<FrameEvent>, look: () => Variables | undefined, isPlain: boolean): void {
    if (this.stopped !== undefined) return;
    if (!isPlain && event.kind !== 'frame-resumed') this.thrown = undefined;
    for (const kept of this.#thinning.pass(event, this.events.length)) {
      ensureRoom(room.ofRecord);
      const variables = kept === event ? look() : undefined;
      this.#record(variables === undefined ? kept : ({ ...kept, variables } as ProgramEvent));
    }
    if (this.#stopsEndless && this.#thinning.isEndless) this.stop('events');
  }

  /** The run is over: says how much of it was left out. */
  finish(): void {
    if (this.stopped !== undefined) return;
    for (const kept of this.#thinning.finish()) this.#record(kept);
  }

  /** Ends the run: nothing more is recorded. */
  stop(limit: StopLimit): void {
    this.stopped ??= limit;
  }

  /** @throws {RunStopped} if the run has reached a limit */
  check(): void {
    this.#checks = (this.#checks + 1) % 1024;
    if (this.#checks === 0 && this.#isOverdue()) this.stop('time');
    if (this.stopped !== undefined) throw new RunStopped(this.stopped);
  }

  #record(event: ProgramEvent): void {
    const { length } = this.events;
    if (this.#thread !== undefined) this.#thread.loop?.record({ ...event, task: this.#thread.call });
    else if (this.#isRunning) findRunningLoop()?.record(event);
    if (this.events.length > length) return;
    // A loop that the program drives by hand is not watched, and has a time of its own, which may be behind that of a run before.
    const { iteration, time } = this.events.at(-1) ?? { iteration: 0, time: 0 };
    this.#push({ seq: length, iteration, time, task: null, cause: null, ...event });
  }

  #observe(record: ObserverRecord): void {
    if (this.stopped !== undefined) return;
    this.#followThreads(record);
    const isProgram = (record.kind as TraceEvent['kind']) in programKinds;
    if (!isProgram) {
      this.thrown = record.kind === 'step-begins' ? record.thrown : undefined;
      // Lines that were left out before this record come before it.
      const { seq, iteration, time, task } = record;
      for (const kept of this.#thinning.flush())
        this.#push(this.#place({ seq, iteration, time, task, cause: null, ...kept }));
    }
    const event = isProgram ? (record as unknown as TraceEvent) : toSchedulingEvent(record, this.#lineOf);
    this.#push(this.#place(this.#withReader(event)));
  }

  /** Between the beginning of a call's step and its end its function runs. */
  #followThreads(record: ObserverRecord): void {
    switch (record.kind) {
      case 'task-created':
        if (record.thread !== undefined) this.#calls.add(record.id);
        return;
      case 'step-begins':
        if (this.#calls.has(record.id)) this.#thread = { call: record.id, loop: findRunningLoop() };
        return;
      case 'task-waits':
      case 'task-ended':
        if (record.id === this.#thread?.call) this.#thread = undefined;
        return;
      default:
    }
  }

  /** What a request passes on is on its own account, not once more on the reader's. */
  #withReader(event: TraceEvent): TraceEvent {
    if (!this.#isReaders || event.kind !== 'cancel-requested') return event;
    this.#isReaders = false;
    return { ...event, byReader: true };
  }

  /** Gives a record its place among all events, and its cause the place that has. */
  #place(event: TraceEvent): TraceEvent {
    const seq = this.events.length;
    if (this.#shifts.length === 0 && event.seq === seq) return event;
    if (event.seq + this.#shiftOf(event.seq) !== seq) this.#shifts.push({ from: event.seq, by: seq - event.seq });
    return { ...event, seq, cause: event.cause === null ? null : event.cause + this.#shiftOf(event.cause) };
  }

  #shiftOf(number: number): number {
    let [low, high] = [0, this.#shifts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#shifts[middle]?.from ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    return this.#shifts[low - 1]?.by ?? 0;
  }

  #push(event: TraceEvent): void {
    if (this.events.length >= this.#maxEvents) {
      this.stop('events');
      return;
    }
    this.events.push(event);
    if (event.kind === 'iteration-begins') this.#turns = 0;
    else if (isTurn(event, this.events)) this.#turns += 1;
    this.#onEvent?.(event);
  }
}

const programKinds: Readonly<Record<ProgramEvent['kind'], true>> = {
  output: true,
  warning: true,
  thinned: true,
  line: true,
  'frame-created': true,
  'frame-resumed': true,
  'frame-suspended': true,
  'frame-left': true,
  'following-ended': true,
};

/** The loop that runs now; none runs while `run` is being set up or has come to its end. */
function findRunningLoop(): EventLoop | undefined {
  try {
    return getRunningLoop();
  } catch {
    return undefined;
  }
}
