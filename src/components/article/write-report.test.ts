import { expect, test } from 'vitest';
import { writeReport } from './write-report.ts';

test('names the page, the section and the words in a report, and asks for a source', () => {
  expect(writeReport({ page: 'https://example.org/a/#b', section: 'B', words: 'one\ntwo' })).toBe(
    'Page: https://example.org/a/#b\nSection: B\n\n> one\n> two\n\nWhat is wrong, and how do you know (a source, or a run)?\n\n',
  );
});

test('names only the page in a report without a section or words', () => {
  expect(writeReport({ page: 'https://example.org/a/' })).toMatch(/^Page: \S+\n\nWhat is wrong/);
});
