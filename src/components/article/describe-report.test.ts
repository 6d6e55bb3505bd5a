import { expect, test } from 'vitest';
import { describeReport } from './describe-report.ts';

test('a report names the page, the section and the words, and asks for a source', () => {
  expect(describeReport({ page: 'https://example.org/a/#b', section: 'B', words: 'one\ntwo' })).toBe(
    'Page: https://example.org/a/#b\nSection: B\n\n> one\n> two\n\nWhat is wrong, and how do you know (a source, or a run)?\n\n',
  );
});

test('a report without a section or words names the page alone', () => {
  expect(describeReport({ page: 'https://example.org/a/' })).toMatch(/^Page: \S+\n\nWhat is wrong/);
});
