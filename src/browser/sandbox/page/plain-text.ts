/**
 * Returns a text that shows as what it is and is at most `most` characters long: control characters (but for tab and line feed),
 * characters that turn the direction of what follows, and halves of a character become `�`.
 */
export function toPlainText(text: string, most: number): string {
  return cut(text, most).toWellFormed().replaceAll(unfit, '�');
}

/** The same for a printed line, which keeps what a terminal takes for colors and for going back to the line's beginning. */
export function toPlainLine(text: string, most: number): string {
  return cut(text, most).toWellFormed().replaceAll(unfitInLine, '�');
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

// Category Cc, but for tab and line feed, and the bidirectional controls (UAX 9).
const unfit = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

// And but for carriage return, and an escape that begins a color (ECMA-48, SGR).
const unfitInLine = /(?![\t\n\r]|\u001B\[[\d;]*m)[\p{Cc}\p{Bidi_Control}]/gu;
