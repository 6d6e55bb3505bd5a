import { expect, it } from 'vitest';
import { readTerminal, readTerminalText } from './read-terminal.ts';

it('overwrites a line after a carriage return, as a terminal does', () => {
  expect(readTerminalText('10 %\r50 %\r100 %')).toBe('100 %');
  expect(readTerminalText('downloading\rdone')).toBe('doneloading');
  expect(readTerminalText('kept\r')).toBe('kept');
});

it('reads colors and styles, and removes the escapes from the text', () => {
  expect(readTerminal('a \u001B[1;31mred\u001B[0m b')).toEqual([
    { text: 'a ', styles: [] },
    { text: 'red', styles: ['bold', 'red'] },
    { text: ' b', styles: [] },
  ]);
  expect(readTerminal('\u001B[92mok\u001B[39m.')).toEqual([
    { text: 'ok', styles: ['green'] },
    { text: '.', styles: [] },
  ]);
});

it('skips colors by number, and continues reading after them', () => {
  expect(readTerminal('\u001B[38;5;196;1mx\u001B[48;2;1;2;3;4my')).toEqual([
    { text: 'x', styles: ['bold'] },
    { text: 'y', styles: ['bold', 'underline'] },
  ]);
});

it('does not change a line that has neither', () => {
  expect(readTerminal('plain [31m')).toEqual([{ text: 'plain [31m', styles: [] }]);
  expect(readTerminal('')).toEqual([]);
});
