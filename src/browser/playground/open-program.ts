import type { Language, Trace } from '../../engine/trace/event/events.ts';
import type { CancelRequest } from '../../engine/trace/requests/cancel-request.ts';
import type { MadeRun } from '../stage/cancel-here.ts';
import { createId, type KeptProgram } from './kept-programs.ts';

/** A program that is open in the playground. */
export type OpenProgram = {
  readonly language: Language;
  /** What was opened; see `nameProgram` for what it is called once it has changed. */
  readonly title: string;
  /** What it was called when it was stored, which counts where its original text is not known. */
  readonly name?: string;
  /** A demo's id, or `link:` with the hash of a link; absent for a file. */
  readonly origin?: string;
  /** The text it began with, for "Back to the original"; absent if there is only the reader's own text. */
  readonly stock?: string;
  /** The id under which it is stored once it has been changed. */
  id: string;
  text: string;
  /** The tasks that its link asks to cancel in the first run. */
  requests?: readonly CancelRequest[];
  /** The run that is drawn beside it. */
  shown?: ShownRun;
};

/** A run with the text it belongs to. For a run made by the build, the rest of what it was made from is not known. */
export type ShownRun = { readonly source: string; readonly trace: Trace } & Partial<Omit<MadeRun, 'source'>>;

/** A program to open: from a menu, a file, a link, or this browser's storage. */
export function openText(
  language: Language,
  title: string,
  text: string,
  more: Pick<OpenProgram, 'origin' | 'stock' | 'requests' | 'shown'> = {},
): OpenProgram {
  return { language, title, text, id: createId(), ...more };
}

/** Makes an open program from a stored one, with its original text if that is known. */
export function openStored({ id, language, title, name, text, origin }: KeptProgram, stock?: string): OpenProgram {
  return {
    language,
    title,
    text,
    id,
    ...(origin === undefined ? {} : { origin }),
    ...(stock === undefined ? {} : { stock }),
    ...(name === undefined ? {} : { name }),
  };
}

/** Whether it contains anything of the reader's. */
export function isChanged({ stock, text }: OpenProgram): boolean {
  return text !== (stock ?? '');
}
