import { expect, test } from 'vitest';
import { parseHistories } from './article-history.ts';

const log = [
  '\0' + '2026-03-02\tBo\n\ncontent/articles/event-loop/index.mdx\ncontent/articles/event-loop/think.py\n',
  '\0' + '2026-03-01\tAda\n\ncontent/articles/event-loop/index.mdx\n',
  '\0' + '2026-02-01\tAda\n\ncontent/articles/event-loop/index.mdx\ncontent/articles/trampolines/index.mdx\n',
].join('');

test('an article was changed last by its newest commit, and its most active author comes first', () => {
  expect(parseHistories(log).get('event-loop')).toEqual({ changed: '2026-03-02', contributors: ['Ada', 'Bo'] });
  expect(parseHistories(log).get('trampolines')).toEqual({ changed: '2026-02-01', contributors: ['Ada'] });
});

test('without a log no article has a history', () => {
  expect(parseHistories('').size).toBe(0);
});
