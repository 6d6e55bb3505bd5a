/**
 * Returns a text that shows as what it is and is at most `most` characters long: control characters (but for tab and line feed),
 * characters that turn the direction of what follows, and halves of a character become `�`.
 */
export function toPlainText(text: string, most: number): string {
  const short = text.length <= most ? text : `${text.slice(0, most - 1)}…`;
  return short.toWellFormed().replaceAll(unfit, '�');
}

// Category Cc, but for tab and line feed, and the bidirectional controls (UAX 9).
const unfit = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;
