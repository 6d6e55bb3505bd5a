import { expect, it } from 'vitest';
import { describeEnding, describeOutcome } from './describe-outcome.ts';

const error = { name: 'KeyError', message: "'id'", line: 5 };

it('says in one line what a failed run raised, and where', () => {
  expect(describeOutcome({ kind: 'failed', error, traceback: 'Traceback …' })).toBe("KeyError: 'id' (line 5)");
});

it.each([
  ['time', 1, 'Stopped: the run reached its limit of time (1 second of real time). A program that never ends'],
  ['output', 100_000, 'Stopped: the run reached its limit of output (100,000 characters). Nobody reads more than that'],
  ['events', 50_000, 'Stopped: the run reached its limit of events (50,000 recorded events). Everything that happens'],
  [
    'iterations',
    10_000,
    'Stopped: the run reached its limit of iterations (10,000 turns of the event loop). Tasks that',
  ],
] as const)('gives the size of the limit of %s, its reason, and what to do', (limit, most, text) => {
  expect(describeOutcome({ kind: 'stopped', limit, most })).toContain(text);
  expect(describeOutcome({ kind: 'stopped', limit, most })).toMatch(/What it did until then is shown\.$/);
});

it('says where the memory was full, and what held most of it', () => {
  const full = { kind: 'stopped', limit: 'memory', most: 256, line: 5 } as const;
  expect(describeOutcome({ ...full, variable: 'rows' })).toMatch(
    /^Stopped: the run reached its limit of memory \(256 MB\)\. That was on line 5, and most of it was in rows\. Look for/,
  );
  expect(describeOutcome(full)).toMatch(/\(256 MB\)\. That was on line 5\. Look for/);
});

it('ends a console with the traceback of a failure, if the language has one', () => {
  expect(describeEnding({ kind: 'failed', error, traceback: 'Traceback …' })).toBe('Traceback …');
  expect(describeEnding({ kind: 'failed', error })).toBe("KeyError: 'id' (line 5)");
  expect(describeEnding({ kind: 'finished', value: 'None' })).toBeUndefined();
});
