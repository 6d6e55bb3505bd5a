import type { Finding } from './finding.ts';

/** The format of a text file: every line, including the last, ends in one line feed, without spaces before it. */
export function checkForm(file: string, text: string): readonly Finding[] {
  const findings: Finding[] = [];
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const carriage = text.indexOf('\r\n');
  if (carriage >= 0) {
    findings.push({
      file,
      line: lineAt(carriage),
      message: 'Expected lines to end in a line feed alone, but got a carriage return before it',
      fix: 'Set the editor to LF for this file.',
      edits: [...text.matchAll(/\r(?=\n)/g)].map(({ index }) => ({ from: index, to: index + 1, text: '' })),
    });
  }
  for (const match of text.matchAll(/[ \t]+(?=\r?\n|$)/g)) {
    findings.push({
      file,
      line: lineAt(match.index),
      message: 'Expected no space at the end of a line, but got one',
      fix: 'Take it out.',
      edits: [{ from: match.index, to: match.index + match[0].length, text: '' }],
    });
  }
  if (text !== '' && !text.endsWith('\n')) {
    findings.push({
      file,
      line: lineAt(text.length),
      message: 'Expected the last line to end in a line feed, but it does not',
      fix: 'Add one.',
      edits: [{ from: text.length, to: text.length, text: '\n' }],
    });
  }
  return findings;
}
