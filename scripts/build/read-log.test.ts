import { expect, it } from 'vitest';
import { listErrors, findPhase } from './read-log.ts';

it('finds the phase that a line of the log begins', () => {
  expect(findPhase('05:07:18 [content] Syncing content')).toBe(
    'Reading the articles and running the programs that have changed…',
  );
  expect(findPhase('05:08:53 [build] Rearranging server assets...')).toBe('Writing the pages…');
  expect(findPhase('05:08:53   ├─ /articles/event-loop/index.html (+2ms)')).toBeUndefined();
});

it('shows everything of a failed build from the first error on', () => {
  const log = ['05:07:18 [content] Syncing content', '\u001b[31m[ERROR]\u001b[39m a.ts:2: Expected', '  Fix it.'];
  expect(listErrors(log)).toEqual(log.slice(1));
});

it('shows the whole log of a failed build that names no error', () => {
  expect(listErrors(['one', 'two'])).toEqual(['one', 'two']);
});
