import { expect, it } from 'vitest';
import { writeTrace } from '../fixtures/write-trace.ts';
import { listConsoleLines } from './list-console-lines.ts';

it('says once that lines of a loop are not recorded, and from when on none are', () => {
  const trace = writeTrace([
    { kind: 'thinned', what: 'lines', isForNow: true },
    { kind: 'output', text: 'one million' },
    { kind: 'thinned', what: 'lines', isForNow: true },
    { kind: 'output', text: 'two million' },
    { kind: 'thinned', what: 'lines' },
  ]);
  expect(listConsoleLines(trace.events).map(({ text }) => text)).toEqual([
    'More lines ran here than are recorded.',
    'one million',
    'two million',
    'The run is long: from here on lines are not recorded.',
  ]);
});
