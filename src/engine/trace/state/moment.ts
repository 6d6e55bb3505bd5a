import type { RunState } from './run-state.ts';
import type { Step } from './step.ts';

/** A run as a table: what every lane shows in every step, before anything has a place. */
export type MomentTable = { readonly lanes: readonly LaneSeed[]; readonly moments: readonly Moment[] };

/**
 * `id` is the task's or the frame's; null: the loop, or the program that drives the generators; 0: the program beside a loop; -1: the reader,
 * who has asked to cancel a task.
 */
export type LaneSeed = { readonly id: number | null; readonly name: string };

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
