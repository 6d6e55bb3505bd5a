import { expect, it } from 'vitest';
import { listErrors, phaseOf } from './read-log.ts';

it('a line of the log that begins a phase says which', () => {
  expect(phaseOf('05:07:18 [content] Syncing content')).toBe(
    'Reading the articles and running the programs that have changed…',
  );
  expect(phaseOf('05:08:53 [build] Rearranging server assets...')).toBe('Writing the pages…');
  expect(phaseOf('05:08:53   ├─ /articles/event-loop/index.html (+2ms)')).toBeUndefined();
});

it('of a failed build everything is told from the first error on', () => {
  const log = ['05:07:18 [content] Syncing content', '\u001b[31m[ERROR]\u001b[39m a.ts:2: Expected', '  Mend it.'];
  expect(listErrors(log)).toEqual(log.slice(1));
});

it('a failed build that names no error is told whole', () => {
  expect(listErrors(['one', 'two'])).toEqual(['one', 'two']);
});
