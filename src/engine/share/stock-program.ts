import type { Language, Trace } from '../trace/event/events.ts';

/** A demo in the form that the playground fetches: each half with its run. */
export type StockProgram = { readonly title: string } & Readonly<
  Record<Language, { readonly source: string; readonly trace: Trace }>
>;
