import type { RunState } from './run-state.ts';
import type { Step } from './step.ts';

/** A run as a table: what every lane shows in every step, before anything has a place. */
export type MomentTable = {
  readonly lanes: readonly LaneSeed[];
  readonly moments: readonly Moment[];
  /** Index of the lane that has control before the first of the moments. */
  readonly holderBefore: number;
};

/** The lanes of a table, by id, in their order. */
export type Lanes = {
  readonly ids: readonly (number | null)[];
  /** The frame that has control where none is on the stack: the only one that is entered from outside, if there is only one. */
  readonly root: number | null;
  /** The lane in which a task or a frame is shown that has none of its own, where there is one. */
  readonly folds?: ReadonlyMap<number, number>;
};

/**
 * `id` is the task's or the frame's; null: the loop, or the program that drives the generators; 0: the program beside a loop; -1: the reader,
 * who has asked to cancel a task; below that: many that are folded into one.
 */
export type LaneSeed = { readonly id: number | null; readonly name: string };

/** Whether what has the lane is outside of all tasks and frames. */
export const isOutside = (id: number | null): boolean => id === null || id === 0 || id === -1;

export type Moment = {
  readonly step: Step;
  readonly state: RunState;
  /** Index of the lane that has control: it acts in this step, and gives control away, if at all, at the end of it. */
  readonly holder: number;
  /** Index of the lane the step is about: the holder, or the one it creates, wakes, or cancels. */
  readonly target: number;
  /** One a lane; null where there is nothing to draw. */
  readonly cells: readonly (Cell | null)[];
};

/** What a task, a frame or the loop is doing. */
export type LaneState =
  | 'created'
  | 'ready'
  | 'running'
  /** On the call stack beneath the frame, or the eager task, that runs. */
  | 'calling'
  | 'waiting'
  /** A frame that keeps its place and is linked to nobody. */
  | 'suspended'
  /** The loop with nothing to do until a timer is due. */
  | 'idle'
  | 'done'
  | 'failed'
  | 'cancelled';

export type Cell = {
  readonly state: LaneState;
  /** What is written into it, such as `on sleep(2)`. */
  readonly label?: string;
  /** Place in the ready queue, from 1. */
  readonly place?: number;
};
