import type { Trace } from '../../engine/trace/event/events.ts';
import type { DemoPair } from './find-pairs.ts';

/** A pair whose TypeScript half has run. */
export type RunPair = DemoPair & { readonly trace: Trace };

/** Both runs of a pair. */
export type Runs = {
  readonly trace: Trace;
  /** The Python half's run in CPython. */
  readonly cpython: Trace;
};

/** A pair of which both halves have run: what the page shows, and what its statement of sameness rests on. */
export type Demo = RunPair &
  Runs & {
    /** In dev only: what is wrong with the files as they are now, with file and mend. A build stops at it. */
    readonly fault?: string;
  };

/** A demo as Astro's data store has it, which every build holds in memory whole: its runs are in a file, and `readDemo` reads them. */
export type StoredDemo = DemoPair & {
  /** The name of the file: a hash of the pair and of the code that ran it. */
  readonly runs: string;
  /** Events of the TypeScript half's trace. */
  readonly eventCount: number;
  readonly fault?: string;
};
