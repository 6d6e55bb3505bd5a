import { compareTraces, describeDifference } from '../trace/compare/compare-traces.ts';
import { listWarnings } from '../trace/words/describe-warning.ts';
import type { Trace } from '../trace/event/events.ts';
import { openRun, type Run } from '../trace/open-run.ts';
import { listSchedule } from '../trace/compare/list-schedule.ts';
import { listSwitches } from '../trace/compare/list-switches.ts';

/**
 * The comparison of a demo's two halves in one sentence; `same` is false if they differ and the front block says why. `warned` is a
 * sentence about warnings that only CPython gives.
 */
export type Parity = { readonly same: boolean; readonly words: string; readonly warned?: string };

/** Returns how a demo's two runs compare. Versions and counts come from the runs, so the sentence cannot become outdated. */
export function describeParity({ trace, cpython }: { readonly trace: Trace; readonly cpython: Trace }): Parity {
  const difference = compareTraces(trace, cpython);
  const words =
    difference === null
      ? `Does the same in ${cpython.runtime} and in TypeScript: ${listAlike(openRun(cpython))}.`
      : `Not the same in ${cpython.runtime} and in TypeScript. ${describeDifference(difference, trace, cpython)}`;
  const warnings = listWarnings(cpython);
  const warned = warnings && `CPython also warns, which is not compared: ${warnings}.`;
  return { same: difference === null, words, ...(warned === undefined ? {} : { warned }) };
}

/** Returns what two equal runs have in common, as the end of a sentence. */
export function listAlike(run: Run): string {
  const printed = run.lines.filter(({ isWarning }) => !isWarning).length;
  const lines = `the same ${count(printed, 'line')}${run.passesTime ? ' at the same virtual times' : ''}`;
  if (run.view === 'tasks') {
    return `${lines}, and the same ${count(listSchedule(run).length, 'step')} of tasks in the same loop iterations`;
  }
  const switches = listSwitches(run).length;
  return switches === 0 ? lines : `${lines}, and the same ${count(switches, 'switch', 'switches')} between frames`;
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
