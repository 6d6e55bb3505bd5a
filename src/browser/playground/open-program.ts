import type { Language, Trace } from '../../engine/trace/event/events.ts';
import type { CancelRequest } from '../../engine/trace/requests/cancel-request.ts';
import type { MadeRun } from '../stage/cancel-here.ts';
import { createId, type KeptProgram } from './kept-programs.ts';

/** A program that is open in the playground. */
export type OpenProgram = {
  readonly language: Language;
  /** What the bar calls it. */
  readonly title: string;
  /** A demo's id, or `link:` with the sum of a link; nothing for a file. */
  readonly origin?: string;
  /** The text that it began with, which Back to the original brings back; nothing where the reader's own text is all there is. */
  readonly stock?: string;
  /** Under which it is kept once it is changed. */
  id: string;
  text: string;
  /** What the link that it came with asks to cancel in its first run. */
  requests?: readonly CancelRequest[];
  /** The run that is drawn beside it. */
  shown?: ShownRun;
};

/** A run, and of which text; what it was made from besides is not known of one that the build has made. */
export type ShownRun = { readonly source: string; readonly trace: Trace } & Partial<Omit<MadeRun, 'source'>>;

/** A program as it is opened: from a menu, a file, a link or what this browser keeps. */
export function openText(
  language: Language,
  title: string,
  text: string,
  more: Pick<OpenProgram, 'origin' | 'stock' | 'requests' | 'shown'> = {},
): OpenProgram {
  return { language, title, text, id: createId(), ...more };
}

/** A program as this browser keeps it, with what it began with where that is known. */
export function openKept({ id, language, title, text, origin }: KeptProgram, stock?: string): OpenProgram {
  return {
    language,
    title,
    text,
    id,
    ...(origin === undefined ? {} : { origin }),
    ...(stock === undefined ? {} : { stock }),
  };
}

/** Whether there is something of the reader's in it. */
export function isChanged({ stock, text }: OpenProgram): boolean {
  return text !== (stock ?? '');
}
