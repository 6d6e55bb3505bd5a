import type { Trace } from '../../engine/trace/event/events.ts';
import type { DemoPair } from './find-pairs.ts';

/** A pair whose TypeScript half has run. */
export type RunPair = DemoPair & { readonly trace: Trace };

/** Both runs of a pair. */
export type Runs = {
  readonly trace: Trace;
  /** The run of the Python half in CPython. */
  readonly cpython: Trace;
};

/** A pair whose halves have both run: what the page shows, and the evidence that they do the same. */
export type Demo = RunPair &
  Runs & {
    /** In dev only: what is wrong with the files now, with the file and the fix. A build stops instead. */
    readonly fault?: string;
  };

/**
 * A demo in Astro's data store, which every build loads into memory as a whole. So its runs are in a file that `readDemo` reads.
 */
export type StoredDemo = DemoPair & {
  /** The name of the file: a hash of the pair and of the code that ran it. */
  readonly runs: string;
  /** How many events the TypeScript half's trace has. */
  readonly eventCount: number;
  readonly fault?: string;
};
