import type { ObserverRecord } from '@yieldpoint/scheduler';
import type { TraceNames } from './names.ts';
import type { Variables } from './variables.ts';

/** The version of the trace format. A change that an old reader would misread gets a new number. */
export const traceVersion = 2;

/** A language in which programs are written. */
export type Language = 'typescript' | 'python';

/** One run of one program in either language. It is JSON-safe and complete: everything is drawn, stepped and compared from it. */
export type Trace = {
  readonly version: typeof traceVersion;
  readonly language: Language;
  /** What ran the program, for the badge: `CPython 3.14.2`, `@yieldpoint/scheduler 0.1.0`. */
  readonly runtime: string;
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
  /** The names of its parts, if the variables from which they are derived have been removed. */
  readonly names?: TraceNames;
};

/** How the run as a whole ended. */
export type Outcome =
  | { readonly kind: 'finished'; readonly value: string }
  /** `traceback` is in the language's own form, with only the reader's lines. */
  /** `hint` says what is not available here, why, and what shows the same idea. */
  | { readonly kind: 'failed'; readonly error: ErrorText; readonly traceback?: string; readonly hint?: string }
  /** `tree` is the await graph as text, one line for each task. */
  | { readonly kind: 'deadlocked'; readonly tree: string }
  /**
   * `most` is the limit that was reached: iterations, events, characters, seconds, or megabytes. A run is stopped by `input` if it
   * asks for a line that it was not given; its last `input` event has the prompt. If its memory was full, `line` is where the program was,
   * and `variable` the one that held most.
   */
  | {
      readonly kind: 'stopped';
      readonly limit: 'iterations' | 'events' | 'output' | 'time' | 'memory' | 'reader' | 'input';
      readonly most?: number;
      readonly line?: number;
      readonly variable?: string;
    };

/** An exception as text. `line` is the source line, from 1, on which it was raised. */
export type ErrorText = { readonly name: string; readonly message: string; readonly line?: number };

/**
 * Fields every event has; they mean the same as in `ObserverRecord`, except that `seq` and `cause` count all events of the trace. A
 * producer that adds output and frames between the scheduler's records numbers all events again.
 */
export type EventBase = {
  readonly seq: number;
  readonly iteration: number;
  readonly time: number;
  readonly task: number | null;
  readonly cause: number | null;
};

/**
 * Replaces values that exist only inside one process by text, so that JSON and both languages can represent them. An infinite
 * deadline (`sleep(Infinity)`) becomes null, as in JSON.
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

/** A decision of the event loop: the scheduler's record, with values and errors as text. */
export type SchedulingEvent =
  | Exclude<DescribedRecord<ObserverRecord>, { kind: 'task-created' | 'future-created' | 'cancel-requested' }>
  | TaskCreatedEvent
  | FutureCreatedEvent
  | CancelRequestedEvent;

/**
 * A task; or, if `thread` is the name of a thread or a pool, a call that runs there. In the trace such a call is a task as well: it
 * begins, sleeps on its own clock, and ends, while the event loop continues.
 */
type TaskCreatedEvent = Omit<Extract<DescribedRecord<ObserverRecord>, { kind: 'task-created' }>, 'args'>;

/** A future. If it is the result of a call in a thread, `call` is the number of that call, which is a task in the trace. */
type FutureCreatedEvent = Extract<DescribedRecord<ObserverRecord>, { kind: 'future-created' }> & {
  readonly call?: number;
};

/**
 * A request to cancel a task. With `byReader` it comes from outside the program: the reader asked for it, and the program was run
 * again with it.
 */
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

/** The program reads a line of its input. Without `text` no line was left, and the run ends here to ask for one. */
type InputEvent = EventBase & {
  readonly kind: 'input';
  readonly prompt: string;
  readonly text?: string;
  readonly line?: number;
};

/**
 * Something that is different here from what the program expects of a terminal or a machine. It is said once, and the program
 * continues.
 */
type NoteEvent = EventBase & { readonly kind: 'note'; readonly text: string; readonly line?: number };

/**
 * A warning of the language's own runtime, for example about a coroutine that was never awaited. It is neither output nor a
 * failure.
 */
export type WarningEvent = EventBase & {
  readonly kind: 'warning';
  /** The class of the warning: `RuntimeWarning`. */
  readonly category: string;
  readonly message: string;
  /** The source line it is about. */
  readonly line?: number;
};

/**
 * What a frame is an activation of. Generators, coroutines and async generators suspend; the body of a plain function, and that of
 * the module, runs from its creation to its end without suspending.
 */
export type FrameType = SuspendableType | 'function' | 'module';
export type SuspendableType = 'generator' | 'coroutine' | 'async-generator';

/**
 * What frames do: the activations of the program's functions, and of the program as a module. `frame` counts from 1 in order of
 * entry. Lines are 1-based source lines.
 *
 * A frame that can suspend is created, resumed and suspended any number of times, and left. A frame of type `function` or `module`
 * is on the call stack from `frame-created` to `frame-left`, and has only lines in between. `variables` are the values of the
 * frame's variables after the event, as far as they have changed since the last event that had them.
 */
export type FrameEvent = EventBase & { readonly variables?: Variables } & (
    | {
        readonly kind: 'frame-created';
        readonly frame: number;
        readonly function: string;
        readonly type: FrameType;
        readonly line: number;
        /** The names of its parameters, in order; `variables` of the same event has their values. Absent if it has none. */
        readonly parameters?: readonly string[];
        /** The number of the generator or coroutine object whose frame it is, if a variable has already referred to that object. */
        readonly object?: number;
      }
    /**
     * Control enters or re-enters a frame that can suspend, from frame `by`: the innermost other frame on the stack that can
     * suspend (null if there is none, and the loop or plain code resumes it).
     */
    | {
        readonly kind: 'frame-resumed';
        readonly frame: number;
        readonly by: number | null;
        readonly how: 'next' | 'send' | 'throw' | 'close';
        readonly value?: string;
        readonly line: number;
      }
    /**
     * The frame suspends at `line`. A delegating frame (`yield from`, `await`) suspends together with the frame that it delegates
     * to.
     */
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
 * A run has more calls of plain functions, or more values of variables, than a trace records. From here on there are no further
 * events of plain functions, or no values of variables. The run itself continues.
 */
export type FollowingEndedEvent = EventBase & {
  readonly kind: 'following-ended';
  readonly of: 'functions' | 'variables';
  /** Only calls of this one plain function are no longer recorded, because there were very many. */
  readonly function?: string;
};

/**
 * A run that is too long to be recorded completely omits events, lines of tight loops first: `count` of them before this event, or,
 * without a count, all of this kind from here on. Everything else about the run is as it happened.
 */
export type ThinnedEvent = EventBase & {
  readonly kind: 'thinned';
  readonly what: 'lines' | 'frames';
  readonly count?: number;
  /** Events before this one are omitted, but they were not counted: CPython stops reporting a line, and with it how often it runs. */
  readonly isForNow?: boolean;
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
