/** What the playground says of a program that came with its address. */
export const cameWithLink = 'This program came with the link. Nothing of it has run; read it, then press Run.';

/** The same of one that the reader has changed since. */
export const cameChanged =
  'This program came with the link, and you have changed it. File, Back to the original brings it back.';

/** What the playground says where a part of the page is missing that opens such a program. */
export const cameUnopened =
  'A program came with this link, but a part of the page that opens it could not be loaded. Load the page anew to try once more.';

/** What the playground says of a link that it cannot read; `message` is that of the `UnreadableLink`. */
export function describeUnreadable({ message }: { readonly message: string }): string {
  return `${message} The program below is the playground’s own.`;
}
