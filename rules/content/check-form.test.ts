import { expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { checkForm } from './check-form.ts';
import { formatFinding } from './finding.ts';

it('finds nothing in a well-formed file', () => {
  expect(checkForm('a.mdx', 'One.\n\nTwo.\n')).toEqual([]);
});

it('names and fixes carriage returns, spaces at the end of lines, and a last line without a line feed', () => {
  const text = 'One. \r\nTwo.\r\nThree.\t';
  const findings = checkForm('a.mdx', text);
  expect(findings.map(formatFinding)).toEqual([
    'a.mdx:1: Expected lines to end in a line feed alone, but got a carriage return before it. Set the editor to LF for this file.',
    'a.mdx:1: Expected no space at the end of a line, but got one. Take it out.',
    'a.mdx:3: Expected no space at the end of a line, but got one. Take it out.',
    'a.mdx:3: Expected the last line to end in a line feed, but it does not. Add one.',
  ]);
  expect(
    applyEdits(
      text,
      findings.flatMap(({ edits = [] }) => edits),
    ),
  ).toBe('One.\nTwo.\nThree.\n');
});

it('applies the first of two edits that overlap', () => {
  const edits = [
    { from: 1, to: 3, text: 'X' },
    { from: 0, to: 2, text: 'Y' },
    { from: 4, to: 4, text: '!' },
  ];
  expect(applyEdits('abcd', edits)).toBe('Ycd!');
});
