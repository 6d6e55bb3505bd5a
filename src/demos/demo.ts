import type { Trace } from '../trace/events.ts';
import type { DemoPair } from './find-pairs.ts';

/** A demo whose TypeScript half has run: what the page shows. */
export type Demo = DemoPair & { readonly trace: Trace };
