import type { Trace, TraceEvent } from '../event/events.ts';
import type { Origins } from '../state/index-origins.ts';
import type { RunState } from '../state/run-state.ts';
import type { Names } from './name-parts.ts';

/** What a sentence about an event is made from. */
export type Telling = {
  readonly trace: Trace;
  readonly event: TraceEvent;
  /** The state of the run before the event, and after its step. */
  readonly before: RunState;
  readonly after: RunState;
  readonly names: Names;
  readonly origins: Origins;
};
