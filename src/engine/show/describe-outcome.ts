import type { Outcome } from '../trace/event/events.ts';

/** What is said of a run that did not finish; undefined for one that did. */
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

/** The same at the end of the console, where a failure has its traceback if the language has one. */
export function describeEnding(outcome: Outcome): string | undefined {
  return (outcome.kind === 'failed' ? outcome.traceback : undefined) ?? describeOutcome(outcome);
}
