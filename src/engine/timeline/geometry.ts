import type { View } from '../trace/state/choose-view.ts';
import type { LaneState } from '../trace/state/moment.ts';

/** What a run looks like, in numbers: everything to draw, with no color and no markup. Lengths are in CSS pixels. */
export type Geometry = {
  readonly view: View;
  readonly axis: Axis;
  /** Size of the run's own picture, without the names. */
  readonly width: number;
  readonly height: number;
  /** The width of the column of names, which is separate so that it stays while the run scrolls. */
  readonly namesWidth: number;
  readonly title: string;
  readonly description: string;
  /** The number of steps of the whole run, drawn or not. */
  readonly steps: number;
  /** Where the readings and the numbers of the iterations are; null if there are none. */
  readonly rows: { readonly clock: number | null; readonly iterations: number | null };
  readonly columns: readonly Column[];
  readonly iterations: readonly Band[];
  readonly readings: readonly Reading[];
  readonly lanes: readonly Lane[];
  readonly segments: readonly Segment[];
  readonly marks: readonly Mark[];
  readonly baton: readonly BatonPass[];
  readonly passages: readonly FramePassage[];
  readonly causes: readonly CauseArrow[];
  readonly links: readonly Link[];
  readonly deadlocks: readonly Deadlock[];
};

/**
 * `step`: every step has the same width, except for frames if what passes between them needs more. `time`: a jump of the clock is
 * as wide as it is long, and every other step is narrow.
 */
export type Axis = 'step' | 'time';

type Point = { readonly x: number; readonly y: number };

/** One step. `holder` is the index of the lane that has control in it; `time` is the clock after it, in virtual seconds. */
export type Column = {
  readonly step: number;
  readonly time: number;
  readonly x: number;
  readonly width: number;
  readonly holder: number;
};

/** The columns of one iteration of the event loop. */
export type Band = { readonly iteration: number; readonly x: number; readonly width: number };

/**
 * A clock reading at the place where it begins to be true; the word for a deadlock at the place where it was found; at the end, how
 * much is not drawn.
 */
export type Reading = {
  readonly step: number;
  readonly kind: 'clock' | 'deadlock' | 'omitted';
  readonly x: number;
  readonly text: string;
};

/** `id` is the task's or the frame's; null: the loop, or the program that drives the generators. */
export type Lane = {
  readonly id: number | null;
  readonly name: string;
  /** The name as it fits its column. */
  readonly label: string;
  readonly y: number;
  readonly height: number;
};

/**
 * A lane in one state from step `from` to step `to`, both included. `label` begins at its own `x`, or is null if there is no room
 * for it.
 */
export type Segment = {
  readonly lane: number;
  readonly state: LaneState;
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly label: { readonly x: number; readonly text: string } | null;
  /** The full text, for a tooltip. */
  readonly title: string;
};

export type MarkKind =
  | 'resume'
  /** A frame is resumed by an exception thrown into it. */
  | 'throw'
  /** A frame is resumed to be closed. */
  | 'close'
  | 'suspend'
  /** A frame has just suspended: the same sign, beside the frame that continues. */
  | 'stay'
  | 'print'
  | 'create'
  | 'place'
  | 'jump'
  | 'callback'
  | 'timer'
  | 'cancel'
  | 'warning'
  | 'note'
  | 'done'
  | 'failed'
  | 'cancelled';

/**
 * The one sign of a step; `text` if the sign is a number. A `place` that is not a step's own sign has `step` null; `at` is still
 * the step in which it appears. `inverse`: it is on a filled stretch.
 */
export type Mark = Point & {
  readonly step: number | null;
  readonly at: number;
  readonly kind: MarkKind;
  readonly lane: number;
  readonly inverse: boolean;
  readonly text?: string;
};

/** The baton goes from its place across to another lane and along that lane: first down or up, then to the right. */
export type BatonPass = { readonly step: number; readonly from: Point; readonly to: Point };

/**
 * What passes between frames together with control: into a frame by `next`, `send`, `throw` or `close`, out of a frame by `yield`,
 * `return` or an error.
 */
export type FramePassageKind = 'next' | 'send' | 'throw' | 'close' | 'yield' | 'return' | 'raise';

/** An arrow from `y1` to `y2`, the edges of two frames' lanes, with its words beside its head; `label` is where they begin. */
export type FramePassage = {
  readonly step: number;
  readonly kind: FramePassageKind;
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
  readonly text: string;
  readonly label: Point;
};

/** From the cause, in step `origin`, to its effect in `step`, in lane number `lane`. */
export type CauseArrow = {
  readonly step: number;
  readonly origin: number;
  readonly lane: number;
  readonly from: Point;
  readonly to: Point;
};

/** A vertical tie between two suspended frames of which one delegates to the other. */
export type Link = { readonly step: number; readonly x: number; readonly y1: number; readonly y2: number };

/** The step in which nothing was ready and no timer was set: a line across all lanes. */
export type Deadlock = { readonly step: number; readonly x: number; readonly y1: number; readonly y2: number };

/** What is true at one step only. It is drawn over the run while the reader looks at that step. */
export type Present = { readonly ties: readonly Tie[]; readonly timers: readonly PendingTimer[] };

/**
 * `call`: the frame or task at `y1` has called the one at `y2`. `delegation`: it is suspended in it (`yield from`, `await`).
 * `wait`: the task at `y1` waits for the task at `y2` to end.
 */
export type Tie = {
  readonly kind: 'call' | 'delegation' | 'wait';
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
};

/**
 * A timer that is set, in the lane of the task that set it: from now, `x1`, to the time when it is due. `isDue` is false if the run
 * ends before that.
 */
export type PendingTimer = {
  readonly timer: number;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly isDue: boolean;
};
