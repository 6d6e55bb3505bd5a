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
  /** The frame that has control if none is on the stack: the only one that is entered from outside, if there is only one. */
  readonly root: number | null;
  /** The lane that shows a task or a frame without a lane of its own, if there is one. */
  readonly folds?: ReadonlyMap<number, number>;
};

/**
 * `id` is the task's or the frame's; null: the loop, or the program that drives the generators; 0: the program beside a loop; -1:
 * the reader, who has asked to cancel a task; below -1: many that are folded into one lane.
 */
export type LaneSeed = { readonly id: number | null; readonly name: string };

/** Whether the lane's owner is outside all tasks and frames. */
export const isOutside = (id: number | null): boolean => id === null || id === 0 || id === -1;

export type Moment = {
  readonly step: Step;
  readonly state: RunState;
  /** The index of the lane that has control. It acts in this step, and gives control away, if at all, at the end of the step. */
  readonly holder: number;
  /** The index of the lane that the step is about: the holder, or the one that it creates, wakes, or cancels. */
  readonly target: number;
  /** One for each lane; null if there is nothing to draw. */
  readonly cells: readonly (Cell | null)[];
};

/** What a task, a frame or the loop is doing. */
export type LaneState =
  | 'created'
  | 'ready'
  | 'running'
  /** On the call stack beneath the running frame or eager task. */
  | 'calling'
  | 'waiting'
  /** A frame that keeps its place and is linked to no other. */
  | 'suspended'
  /** The loop when it has nothing to do until a timer is due. */
  | 'idle'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'destroyed';

export type Cell = {
  readonly state: LaneState;
  /** The text inside it, such as `on sleep(2)`. */
  readonly label?: string;
  /** The place in the ready queue, from 1. */
  readonly place?: number;
};
