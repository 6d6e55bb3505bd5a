import { expect, it } from 'vitest';
import type { DemoPair } from './find-pairs.ts';
import { findLine } from './find-line.ts';

const half = (file: string, source: string): DemoPair['python'] => ({ file, source, regions: {}, fileLines: [] });
const pair = {
  python: half('a.py', 'import asyncio\n\ndef numbers():\n    yield a\n    yield b\n'),
  typescript: half('a.ts', 'function* numbers() {\n  yield a;\n  yield b;\n}\n'),
};

it('finds the line in both programs, by one text or by one for each', () => {
  expect(findLine(pair, 'yield a')).toEqual({ python: 4, typescript: 2 });
  expect(findLine(pair, 'def numbers', 'function* numbers')).toEqual({ python: 3, typescript: 1 });
});

it('refuses a text that is in no line, or in several', () => {
  expect(findLine(pair, 'yield')).toEqual({
    fault: 'Expected exactly one line of a.py to have "yield", but lines 4, 5 have it',
  });
  expect(findLine(pair, 'import')).toEqual({
    fault: 'Expected exactly one line of a.ts to have "import", but none has it',
  });
});
