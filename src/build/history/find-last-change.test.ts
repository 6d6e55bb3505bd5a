import { expect, test } from 'vitest';
import { parseChanges } from './find-last-change.ts';

const log = [
  '\0' + '2026-03-02\n\ncontent/articles/event-loop/index.mdx\ncontent/articles/event-loop/think.py\n',
  '\0' + '2026-02-01\n\ncontent/articles/event-loop/index.mdx\ncontent/articles/trampolines/index.mdx\n',
].join('');

test('takes the newest commit of an article as its last change', () => {
  expect(parseChanges(log)).toEqual(
    new Map([
      ['event-loop', '2026-03-02'],
      ['trampolines', '2026-02-01'],
    ]),
  );
});

test('finds no last change without a log', () => {
  expect(parseChanges('').size).toBe(0);
});
