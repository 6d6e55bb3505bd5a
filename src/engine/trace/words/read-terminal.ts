/** A color or style in which a terminal would show text. */
type TerminalStyle =
  'bold' | 'dim' | 'italic' | 'underline' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'gray';

/** A part of a line with the same look. */
export type TerminalPart = { readonly text: string; readonly styles: readonly TerminalStyle[] };

type Cell = { readonly character: string; readonly styles: readonly TerminalStyle[] };

/**
 * Returns a printed line as a terminal would show it: text after a carriage return overwrites the line, and escapes that begin a
 * color (ECMA-48, SGR) are read. Colors without a name, and backgrounds, are left out.
 */
export function readTerminal(line: string): readonly TerminalPart[] {
  // Nearly every line has neither.
  if (!/[\r\u001B]/.test(line)) return line === '' ? [] : [{ text: line, styles: [] }];
  const cells: Cell[] = [];
  let at = 0;
  let styles: readonly TerminalStyle[] = [];
  for (const [piece, codes] of line.matchAll(/\u001B\[([\d;]*)m|\r|[^\r\u001B]|\u001B/gu)) {
    if (codes !== undefined) styles = applyCodes(styles, codes);
    else if (piece === '\r') at = 0;
    else cells[at++] = { character: piece, styles };
  }
  return joinCells(cells);
}

/** The same without the look. */
export function readTerminalText(line: string): string {
  return readTerminal(line)
    .map(({ text }) => text)
    .join('');
}

function joinCells(cells: readonly Cell[]): readonly TerminalPart[] {
  const parts: { text: string; styles: readonly TerminalStyle[] }[] = [];
  for (const { character, styles } of cells) {
    const last = parts.at(-1);
    if (last !== undefined && last.styles.join() === styles.join()) last.text += character;
    else parts.push({ text: character, styles });
  }
  return parts;
}

const colors = ['gray', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan'] as const;
const isColor = (style: TerminalStyle): boolean => colors.some((color) => color === style);

function applyCodes(before: readonly TerminalStyle[], codes: string): readonly TerminalStyle[] {
  let styles = [...before];
  const without = (gone: (style: TerminalStyle) => boolean): TerminalStyle[] => styles.filter((style) => !gone(style));
  const numbers = codes.split(';').map(Number);
  for (let index = 0; index < numbers.length; index += 1) {
    const code = numbers[index] ?? 0;
    const manner = ({ 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline' } as const)[code];
    // 30 is black and 37 is white; each of them is invisible in one of the themes.
    const color = code === 90 ? 'gray' : colors[code >= 91 && code <= 96 ? code - 90 : code - 30];
    if (code === 0) styles = [];
    else if (manner !== undefined) styles = [...without((style) => style === manner), manner];
    else if (code === 22) styles = without((style) => style === 'bold' || style === 'dim');
    else if (code === 23) styles = without((style) => style === 'italic');
    else if (code === 24) styles = without((style) => style === 'underline');
    else if (code === 38 || code === 48) {
      // A color by number takes two more codes, one by its components four more.
      index += numbers[index + 1] === 2 ? 4 : 2;
      if (code === 38) styles = without(isColor);
    } else if (code === 30 || code === 37 || code === 39 || code === 97) styles = without(isColor);
    else if (color !== undefined) styles = [...without(isColor), color];
  }
  return styles;
}
