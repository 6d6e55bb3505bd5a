import type { Outcome } from '../event/events.ts';

/** Returns how a run ended, as the end of a sentence that begins with `it`. */
export function phraseOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'finished':
      return 'finishes';
    case 'failed':
      return `fails with ${outcome.error.name}`;
    case 'deadlocked':
      return 'ends in a deadlock';
    case 'stopped':
      if (outcome.limit === 'input') return 'stops to ask for a line of input';
      return outcome.limit === 'reader' ? 'is stopped by the reader' : `is stopped at the limit of ${outcome.limit}`;
  }
}
