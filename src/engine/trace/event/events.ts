import type { ObserverRecord } from '@yieldpoint/scheduler';
import type { TraceNames } from './names.ts';
import type { Variables } from './variables.ts';

/** Version of the trace format. A change that an old reader would misread gets a new number. */
export const traceVersion = 2;

/** A language in which programs are written. */
export type Language = 'typescript' | 'python';

/** One run of one program, in either language: JSON-safe, complete, and all that is drawn, stepped and compared. */
export type Trace = {
  readonly version: typeof traceVersion;
  readonly language: Language;
  /** What ran it, for the badge: `CPython 3.14.2`, `@yieldpoint/scheduler 0.1.0`. */
  readonly runtime: string;
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
  /** What its parts are called, where its variables, which say so, have been left out. */
  readonly names?: TraceNames;
};

/** How the run as a whole ended. */
export type Outcome =
  | { readonly kind: 'finished'; readonly value: string }
  /** `traceback` is the language's own, with the reader's lines alone. */
  /** `hint` says what is not here, why, and what shows the same idea. */
  | { readonly kind: 'failed'; readonly error: ErrorText; readonly traceback?: string; readonly hint?: string }
  /** `tree` is the await graph as text, one line a task. */
  | { readonly kind: 'deadlocked'; readonly tree: string }
  /**
   * `most` is the limit that was reached: iterations, events, characters, or seconds. A run that is stopped by `input` asks for a line
   * that it was not given: its last `input` event has the prompt.
   */
  | {
      readonly kind: 'stopped';
      readonly limit: 'iterations' | 'events' | 'output' | 'time' | 'reader' | 'input';
      readonly most?: number;
    };

/** An exception as text. `line` is the reader's line it was raised on, from 1. */
export type ErrorText = { readonly name: string; readonly message: string; readonly line?: number };

/**
 * Fields every event has; the same meaning as in `ObserverRecord`, except that `seq` and `cause` count all events of the
 * trace: a producer that adds output and frames between the scheduler's records numbers the whole anew.
 */
export type EventBase = {
  readonly seq: number;
  readonly iteration: number;
  readonly time: number;
  readonly task: number | null;
  readonly cause: number | null;
};

/**
 * Replaces what only lives in one process by text, so that both languages and JSON can carry it.
 * A deadline that never comes (`sleep(Infinity)`) is null, which is what JSON makes of it.
 */
type Described<Value> = {
  readonly [Key in keyof Value]: Key extends 'value' | 'message'
    ? string
    : Key extends 'error' | 'thrown'
      ? ErrorText
      : Key extends 'when'
        ? number | null
        : Value[Key];
};
type DescribedRecord<Value> = Value extends unknown ? Described<Value> : never;

/** A decision of the event loop: the scheduler's record with values and errors as text. */
export type SchedulingEvent =
  | Exclude<DescribedRecord<ObserverRecord>, { kind: 'task-created' | 'cancel-requested' }>
  | TaskCreatedEvent
  | CancelRequestedEvent;

/**
 * A task; or, where `thread` is the name of a thread or a pool, a call that is handed to it. In the trace such a call is a task
 * as well: it begins, sleeps on a clock of its own, and ends, while the event loop continues.
 */
type TaskCreatedEvent = Omit<Extract<DescribedRecord<ObserverRecord>, { kind: 'task-created' }>, 'args'>;

/** A request to cancel a task. With `byReader` it comes from outside of the program: the reader has asked for it, and the run was made anew with it. */
type CancelRequestedEvent = Extract<DescribedRecord<ObserverRecord>, { kind: 'cancel-requested' }> & {
  readonly byReader?: true;
};

/** A line the program printed. `line` is the source line that printed it; lines of standard error say so. */
export type OutputEvent = EventBase & {
  readonly kind: 'output';
  readonly text: string;
  readonly line?: number;
  readonly stream?: 'stderr';
};

/** The program reads a line of its input. Without `text` there was none left, and the run ends here to ask for it. */
type InputEvent = EventBase & {
  readonly kind: 'input';
  readonly prompt: string;
  readonly text?: string;
  readonly line?: number;
};

/** What is different here from what the program expects of a terminal or a machine, said once, while the program continues. */
type NoteEvent = EventBase & { readonly kind: 'note'; readonly text: string; readonly line?: number };

/** What the language's own run time warned of, such as a coroutine that was never awaited: neither output nor a failure. */
export type WarningEvent = EventBase & {
  readonly kind: 'warning';
  /** The class of the warning: `RuntimeWarning`. */
  readonly category: string;
  readonly message: string;
  /** The source line it is about. */
  readonly line?: number;
};

/**
 * What a frame is an activation of. Generators, coroutines and async generators suspend; the body of a plain function and of the
 * module itself runs from its creation to its end.
 */
export type FrameType = SuspendableType | 'function' | 'module';
export type SuspendableType = 'generator' | 'coroutine' | 'async-generator';

/**
 * What frames do: the activations of the program's functions, and of the program as a module. `frame` counts from 1 in order of
 * entry. Lines are 1-based source lines.
 *
 * A frame that can suspend is created, resumed and suspended any number of times, and left. A frame of type `function` or `module`
 * is on the call stack from `frame-created` to `frame-left`, and between the two has lines alone. `variables` tells what the
 * frame's variables hold after the event, as far as it has changed since the last event that told of them.
 */
export type FrameEvent = EventBase & { readonly variables?: Variables } & (
    | {
        readonly kind: 'frame-created';
        readonly frame: number;
        readonly function: string;
        readonly type: FrameType;
        readonly line: number;
        /** The names of its parameters, in order; `variables` of the same event has their values. Left out where it has none. */
        readonly parameters?: readonly string[];
        /** The number of the generator or coroutine object whose frame it is, where a variable has referred to that before. */
        readonly object?: number;
      }
    /**
     * Control enters or re-enters a frame that can suspend, from frame `by`: the innermost other one on the stack that can
     * suspend (null: there is none, and the loop or plain code resumes it).
     */
    | {
        readonly kind: 'frame-resumed';
        readonly frame: number;
        readonly by: number | null;
        readonly how: 'next' | 'send' | 'throw' | 'close';
        readonly value?: string;
        readonly line: number;
      }
    /** The frame suspends at `line`. A frame that delegates (`yield from`, `await`) suspends with the one it delegates to. */
    | {
        readonly kind: 'frame-suspended';
        readonly frame: number;
        readonly line: number;
        readonly value?: string;
        readonly delegates: boolean;
      }
    | {
        readonly kind: 'frame-left';
        readonly frame: number;
        readonly how: 'returned' | 'raised';
        readonly value?: string;
        readonly line: number;
      }
    /** The frame reached this line. */
    | { readonly kind: 'line'; readonly frame: number; readonly line: number }
  );

/**
 * A run has more calls of plain functions, or more in its variables, than a trace tells: from here on there are no further events
 * of plain functions, or nothing of variables. The run itself continues.
 */
export type FollowingEndedEvent = EventBase & {
  readonly kind: 'following-ended';
  readonly of: 'functions' | 'variables';
  /** Only calls of this one plain function are no longer told, because there were very many. */
  readonly function?: string;
};

/**
 * A run that is too long to be recorded whole leaves events out, lines of tight loops first: `count` of them before this event, or,
 * without a count, all of this sort from here on. Everything else about the run is as it happened.
 */
export type ThinnedEvent = EventBase & {
  readonly kind: 'thinned';
  readonly what: 'lines' | 'frames';
  readonly count?: number;
};

export type TraceEvent =
  | SchedulingEvent
  | OutputEvent
  | InputEvent
  | NoteEvent
  | WarningEvent
  | ThinnedEvent
  | FollowingEndedEvent
  | FrameEvent;
