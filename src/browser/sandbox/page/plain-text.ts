/**
 * Returns a text that looks like what it is and has at most `most` characters. Control characters (except tab and line feed),
 * characters that change the direction of the text after them, and halves of characters become `�`.
 */
export function toPlainText(text: string, most: number): string {
  return cut(text, most).toWellFormed().replaceAll(unfit, '�');
}

/** The same for a printed line, which may keep color codes and carriage returns. */
export function toPlainLine(text: string, most: number): string {
  return cut(text, most).toWellFormed().replaceAll(unfitInLine, '�');
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

// Category Cc without tab and line feed, and the bidirectional controls (UAX 9).
const unfit = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

// The same, but also without carriage return and without an escape that begins a color (ECMA-48, SGR).
const unfitInLine = /(?![\t\n\r]|\u001B\[[\d;]*m)[\p{Cc}\p{Bidi_Control}]/gu;
