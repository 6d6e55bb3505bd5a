import type { Trace } from '../trace/events.ts';
import type { DemoPair } from './find-pairs.ts';

/** A pair whose TypeScript half has run. */
export type RunPair = DemoPair & { readonly trace: Trace };

/** A pair of which both halves have run: what the page shows, and what its statement of sameness rests on. */
export type Demo = RunPair & {
  /** The Python half's run in CPython. */
  readonly cpython: Trace;
  /** In dev only: what is wrong with the files as they are now, with file and mend. A build stops at it. */
  readonly fault?: string;
};
