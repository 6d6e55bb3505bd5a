import type { Outcome } from '../trace/event/events.ts';

/** Describes a run that did not finish; undefined for one that did. */
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
      return describeStop(outcome);
  }
}

/** Which limit was reached, its size, its reason, and what to do. */
function describeStop({ limit, most, line, variable }: Extract<Outcome, { kind: 'stopped' }>): string {
  if (limit === 'reader') return 'Stopped.';
  if (limit === 'input') return 'The program asks for a line of input.';
  const { amount, why } = limits[limit];
  const much = most === undefined ? '' : ` (${amount(most.toLocaleString('en'), most)})`;
  const held = variable === undefined ? '' : `, and most of it was in ${variable}`;
  const where = line === undefined ? '' : ` That was on line ${line}${held}.`;
  return `Stopped: the run reached its limit of ${limit}${much}.${where} ${why} What it did until then is shown.`;
}

type Limit = { readonly amount: (number: string, most: number) => string; readonly why: string };

const limits: Readonly<Record<'time' | 'memory' | 'iterations' | 'events' | 'output', Limit>> = {
  time: {
    amount: (number, most) => `${number} ${most === 1 ? 'second' : 'seconds'} of real time`,
    why: 'A program that never ends would hold your browser. If it is not an endless loop, give it less to do: sleeping costs no real time.',
  },
  memory: {
    amount: (number) => `${number} MB`,
    why: 'Look for the loop that only adds. Keep what is still needed, and let the rest go, or make the values smaller.',
  },
  iterations: {
    amount: (number) => `${number} turns of the event loop`,
    why: 'Tasks that only wake each other never end. If that is not the reason, run fewer rounds.',
  },
  events: {
    amount: (number) => `${number} recorded events`,
    why: 'Everything that happens is recorded, so that you can step through it. Start fewer tasks, or run fewer rounds.',
  },
  output: {
    amount: (number) => `${number} characters`,
    why: 'Nobody reads more than that in a page. Print less, or only every hundredth line.',
  },
};

/** The same at the end of the console, where a failure shows its traceback if the language has one, and a hint if there is one. */
export function describeEnding(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'failed') return describeOutcome(outcome);
  const told = outcome.traceback ?? describeOutcome(outcome) ?? '';
  return outcome.hint === undefined ? told : `${told}\n\n${outcome.hint}`;
}
