import { type EventLoop, getRunningLoop, type ObserverRecord, type RunOptions } from '@yieldpoint/scheduler';
import type { FrameEvent, TraceEvent } from '../../trace/event/events.ts';
import type { Variables } from '../../trace/event/variables.ts';
import type { RequestMoment } from '../../trace/requests/cancel-request.ts';
import { isTurn } from '../../trace/requests/is-turn.ts';
import { ensureRoom, room } from './ensure-room.ts';
import type { ProgramEvent, WithoutBase } from './program-event.ts';
import { Thinning } from './thinning.ts';
import { ThreadCalls } from './thread-calls.ts';
import { type FullMemory, type HoldingFrame, MemoryWatch } from './memory-watch.ts';
import { Pace } from './pace.ts';
import { defaultRunLimits, type RunLimits, RunStopped, type StopLimit } from './run-limits.ts';
import { toSchedulingEvent } from './scheduling-event.ts';

/**
 * The single list of everything that happens in a run: records of the loop and events of the program, in one order, each with its
 * cause.
 *
 * While a loop runs, events of the program go through it. The loop gives them their place: iteration, time, task, and as their
 * cause the step or callback in which they happen. Once a limit is reached, the list does not change: what the program does while
 * it is being stopped is not part of the run.
 */
export class EventRecorder {
  readonly events: TraceEvent[] = [];
  /** The limit that was reached. */
  stopped: StopLimit | undefined;
  /** Where the program was when its memory was full, if that is the limit. */
  full: FullMemory | undefined;
  /** The frames that run, innermost first. */
  listFrames: () => Iterable<HoldingFrame> = () => [];
  /** The error that the loop throws into the running task's frames in this step, until the first of them runs. */
  thrown: unknown;
  readonly #lineOf: (error: unknown) => number | undefined;
  readonly #maxEvents: number;
  readonly #isOverdue: () => boolean;
  readonly #stopsEndless: boolean;
  readonly #onEvent: ((event: TraceEvent) => void) | undefined;
  readonly #thinning: Thinning;
  #isRunning = false;
  readonly #pace: Pace;
  readonly #memory: MemoryWatch | undefined;
  #checksLeft: number;
  #turns = 0;
  /** Whether the next request to cancel a task is the reader's. */
  #isReaders = false;
  readonly #threads = new ThreadCalls(findRunningLoop);
  /** For records whose numbers differ from those the loop gave them, because of events that the loop never saw. */
  readonly #shifts: { readonly from: number; readonly by: number }[] = [];

  constructor(lineOf: (error: unknown) => number | undefined, limits: RunLimits) {
    this.#lineOf = lineOf;
    this.#maxEvents = limits.maxEvents ?? defaultRunLimits.maxEvents;
    this.#isOverdue = limits.isOverdue ?? (() => false);
    this.#stopsEndless = limits.stopsEndless ?? limits.isOverdue === undefined;
    this.#onEvent = limits.onEvent;
    this.#thinning = new Thinning(this.#maxEvents);
    this.#memory = limits.memory && new MemoryWatch(limits.memory);
    this.#pace = new Pace(limits.memory?.now);
    this.#checksLeft = this.#pace.next();
  }

  /** How many more events there is room for. */
  get eventsLeft(): number {
    return this.#maxEvents - this.events.length;
  }

  /** The program's clock in seconds: that of the running loop, or its time when the last loop ended. */
  get time(): number {
    return Math.max(findRunningLoop()?.time() ?? 0, this.events.at(-1)?.time ?? 0);
  }

  /** Whether a function runs in a thread; its frames are on no stack of the loop's. */
  get isInThread(): boolean {
    return this.#threads.running !== undefined;
  }

  /** The loop's position. */
  get moment(): RequestMoment {
    return { iteration: this.events.at(-1)?.iteration ?? 0, after: this.#turns };
  }

  /** Does `work`, a request to cancel a task, as the reader's request. */
  asReader(work: () => void): void {
    this.#isReaders = true;
    try {
      work();
    } finally {
      this.#isReaders = false;
    }
  }

  /** Does `work`, a run of the scheduler with these options, which make the run continue this list. */
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

  /** Adds an event of the program, or counts it as omitted if there are too many of its kind. */
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
   * @param look returns the values of the frame's variables; called only if the event is recorded, because a change is reported
   * only once
   * @param isPlain whether the frame is of a plain function, into which the loop throws nothing
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

  /** The run is over: records how much of it was omitted. */
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
    this.#checksLeft -= 1;
    if (this.#checksLeft <= 0) this.#lookAtLimits();
    if (this.stopped !== undefined) throw new RunStopped(this.stopped);
  }

  #lookAtLimits(): void {
    this.#checksLeft = this.#pace.next();
    if (this.#isOverdue()) this.stop('time');
    const full = this.stopped === undefined ? this.#memory?.look(this.listFrames) : undefined;
    if (full === undefined) return;
    this.full = full;
    this.stop('memory');
  }

  #record(event: ProgramEvent): void {
    const { length } = this.events;
    const { running } = this.#threads;
    if (running !== undefined) running.loop?.record({ ...event, task: running.call });
    else if (this.#isRunning) findRunningLoop()?.record(event);
    if (this.events.length > length) return;
    // A loop that the program drives by hand is not watched. It has its own time, which may be earlier than that of a run before.
    const { iteration, time } = this.events.at(-1) ?? { iteration: 0, time: 0 };
    this.#push({ seq: length, iteration, time, task: null, cause: null, ...event });
  }

  #observe(record: ObserverRecord): void {
    if (this.stopped !== undefined) return;
    this.#threads.follow(record);
    const isProgram = (record.kind as TraceEvent['kind']) in programKinds;
    if (!isProgram) {
      this.thrown = record.kind === 'step-begins' ? record.thrown : undefined;
      // Lines that were omitted before this record come first.
      const { seq, iteration, time, task } = record;
      for (const kept of this.#thinning.flush())
        this.#push(this.#place({ seq, iteration, time, task, cause: null, ...kept }));
    }
    const event = isProgram
      ? (record as unknown as TraceEvent)
      : this.#threads.withCall(toSchedulingEvent(record, this.#lineOf));
    this.#push(this.#place(this.#withReader(event)));
  }

  /** What a request passes on is not the reader's request again. */
  #withReader(event: TraceEvent): TraceEvent {
    if (!this.#isReaders || event.kind !== 'cancel-requested') return event;
    this.#isReaders = false;
    return { ...event, byReader: true };
  }

  /** Gives a record its number among all events, and its cause the number that the cause has. */
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

/** The loop that runs now; none while `run` is being set up or after it has ended. */
function findRunningLoop(): EventLoop | undefined {
  try {
    return getRunningLoop();
  } catch {
    return undefined;
  }
}
