import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { memoryBytes } from '../limits.ts';

it('the hint about memory that is full names the limit that holds', () => {
  const hints = readFileSync(new URL('python/yieldpoint/hints.py', import.meta.url), 'utf8');
  expect(hints).toContain(`MEMORY = '${memoryBytes / 1024 / 1024} MB of memory'`);
});
