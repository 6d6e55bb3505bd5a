import type { Outcome } from '../../trace/events.ts';

/** What the console says after the last line of a run that did not finish; undefined for one that did. */
export function describeOutcome(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'finished':
      return undefined;
    case 'failed': {
      const { name, message, line } = outcome.error;
      return `${name}${message === '' ? '' : `: ${message}`}${line === undefined ? '' : ` (line ${line})`}`;
    }
    case 'deadlocked':
      return `Deadlock: nothing is ready and no timer is set.\n${outcome.tree}`;
    case 'stopped':
      return outcome.limit === 'reader' ? 'Stopped.' : `Stopped: the run reached its limit of ${outcome.limit}.`;
  }
}
