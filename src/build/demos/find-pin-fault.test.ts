import { expect, it } from 'vitest';
import { parsePins } from '../../engine/trace/pins/parse-pins.ts';
import { requireTrace } from '../typescript/require-trace.ts';
import type { DemoPair, DemoHalf } from './find-pairs.ts';
import { findPinFault } from './find-pin-fault.ts';

const trace = requireTrace('export function main() { const ready = [1]; console.log(ready.length); }');
const renamed = requireTrace('export function main() { const waiting = [1]; console.log(waiting.length); }');

function pair(text: string): DemoPair {
  const pins = parsePins(text);
  if ('fault' in pins) throw new Error(pins.fault);
  const half = (ending: string): DemoHalf => ({
    file: `one/a.${ending}`,
    source: '',
    regions: {},
    fileLines: [],
    show: { file: 'one/a.ts', line: 3, text, pins },
  });
  return { id: 'one/a', article: 'one', name: 'a', front: {}, typescript: half('ts'), python: half('py') };
}

it('accepts variables that both programs have', () => {
  expect(findPinFault(pair('ready as queue'), trace, trace)).toBeUndefined();
});

it('refuses a misspelled name, with the line and the name that was probably meant', () => {
  expect(findPinFault(pair('redy'), trace, trace)?.message).toBe(
    'one/a.ts:3: Expected "show" to name variables of the program, but nothing in the run has "redy". Did you mean "ready"? Name a variable of a function or of the module, or an attribute such as "self.ready".',
  );
});

it('names the half that has no such variable', () => {
  expect(findPinFault(pair('ready'), trace, renamed)?.message).toBe(
    'one/a.ts:3: Expected "show" to name variables of the program, but nothing in the run of one/a.py has "ready". Name a variable of a function or of the module, or an attribute such as "self.ready". Where the halves name it differently, each has a "show" of its own.',
  );
});
