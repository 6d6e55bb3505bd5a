import { expect, it } from 'vitest';
import { describeEnding, describeOutcome } from './describe-outcome.ts';

const error = { name: 'KeyError', message: "'id'", line: 5 };

it('says of a failure in one line what was raised where', () => {
  expect(describeOutcome({ kind: 'failed', error, traceback: 'Traceback …' })).toBe("KeyError: 'id' (line 5)");
});

it('ends a console with the traceback of a failure, where the language has one', () => {
  expect(describeEnding({ kind: 'failed', error, traceback: 'Traceback …' })).toBe('Traceback …');
  expect(describeEnding({ kind: 'failed', error })).toBe("KeyError: 'id' (line 5)");
  expect(describeEnding({ kind: 'finished', value: 'None' })).toBeUndefined();
});
