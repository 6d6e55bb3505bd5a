import { expect, it } from 'vitest';
import { writeTrace } from '../fixtures/write-trace.ts';
import { listConsoleLines } from './list-console-lines.ts';

it('marks what is no line of standard output: warnings, notes, and lines of standard error', () => {
  const trace = writeTrace([
    { kind: 'output', text: 'plain' },
    { kind: 'output', text: 'to the log', stream: 'stderr' },
    { kind: 'note', text: 'a note' },
    { kind: 'warning', category: 'RuntimeWarning', message: 'never awaited', line: 3 },
  ]);
  expect(listConsoleLines(trace.events).map(({ text, isWarning }) => [text, isWarning])).toEqual([
    ['plain', false],
    ['to the log', true],
    ['a note', true],
    ['RuntimeWarning: never awaited (line 3)', true],
  ]);
});

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
