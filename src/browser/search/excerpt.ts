/** A piece of text; `isMatch` if it is one of the words searched for. */
export type Piece = { readonly text: string; readonly isMatch: boolean };

/** Cuts a text into pieces at the given words: whole words only, in either case. */
export function markWords(text: string, words: readonly string[]): readonly Piece[] {
  if (words.length === 0) return text === '' ? [] : [{ text, isMatch: false }];
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, 'giu'));
  return pieces.flatMap((piece, index) => (piece === '' ? [] : [{ text: piece, isMatch: index % 2 === 1 }]));
}

/**
 * Returns the part of a text, about `length` letters long, that has the most of the words. It is cut at spaces, with dots where
 * something is left out.
 */
export function cutExcerpt(text: string, words: readonly string[], length = 160): string {
  if (text.length <= length) return text;
  let start = 0;
  let best = -1;
  let at = 0;
  for (const { text: piece, isMatch } of markWords(text, words)) {
    if (isMatch) {
      const from = Math.max(0, at - Math.floor(length / 3));
      const stretch = text.slice(from, from + length);
      const found = new Set(
        markWords(stretch, words).flatMap((part) => (part.isMatch ? [part.text.toLowerCase()] : [])),
      ).size;
      if (found > best) [best, start] = [found, from];
    }
    at += piece.length;
  }
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const end = from + length >= text.length ? text.length : text.lastIndexOf(' ', from + length);
  return `${from > 0 ? '… ' : ''}${text.slice(from, end)}${end < text.length ? ' …' : ''}`;
}
