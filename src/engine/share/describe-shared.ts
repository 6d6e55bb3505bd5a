import type { SharedProgram } from './share-link.ts';

/** The playground's message about a program that came with its address. */
export const cameWithLink = 'This program came with the link. Nothing of it has run; read it, then press Run.';

/** The same if the link asks to cancel tasks, or if that part of it cannot be read. */
export function describeSharedProgram(requests: SharedProgram['requests']): string {
  if (requests === undefined) return cameWithLink;
  return requests === 'damaged'
    ? `${cameWithLink} The link also asks to cancel a task, but that part of it is damaged, so the program runs as it is.`
    : `${cameWithLink} The link also asks to cancel ${requests.length === 1 ? 'a task' : `${requests.length} tasks`}: the run is made again with that, and Undo shows it without.`;
}

/** The same for a program that the reader has changed since. */
export const cameChanged =
  'This program came with the link, and you have changed it. File, Back to the original brings it back.';

/** The playground's message if the part of the page that opens such a program is missing. */
export const cameUnopened =
  'A program came with this link, but a part of the page that opens it could not be loaded. Reload the page to try again.';

/** The playground's message about a link that it cannot read; `message` is that of the `UnreadableLink`. */
export function describeUnreadable({ message }: { readonly message: string }): string {
  return `${message} The program below is the playground’s own.`;
}
