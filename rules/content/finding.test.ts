import { expect, it } from 'vitest';
import { formatAnnotation, formatFinding } from './finding.ts';

const finding = { file: 'content/a,b.mdx', line: 3, message: 'Expected 100 %, but got 50', fix: 'Say\nwhy.' };

it('is one line for a person', () => {
  expect(formatFinding({ ...finding, fix: 'Say why.' })).toBe(
    'content/a,b.mdx:3: Expected 100 %, but got 50. Say why.',
  );
});

it('keeps the question with which a compiler ends', () => {
  expect(formatFinding({ ...finding, message: "No 'slep'. Did you mean 'sleep'?", fix: 'Fix it.' })).toBe(
    "content/a,b.mdx:3: No 'slep'. Did you mean 'sleep'? Fix it.",
  );
});

it('is an annotation for GitHub, with its signs escaped', () => {
  expect(formatAnnotation(finding)).toBe(
    '::error file=content/a%2Cb.mdx,line=3::Expected 100 %25, but got 50. Say%0Awhy.',
  );
});
