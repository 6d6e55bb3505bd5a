import type { UnreadableLink } from './share-link.ts';

/** What the playground says of a program that came with its address. */
export const cameWithLink = 'This program came with the link. Nothing of it has run; read it, then press Run.';

/** What the playground says of a link that it cannot read. */
export function describeUnreadable({ message }: UnreadableLink): string {
  return `${message} The program below is the playground’s own.`;
}
