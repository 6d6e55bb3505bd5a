import { compareTraces, describeDifference } from '../trace/compare/compare-traces.ts';
import { listWarnings } from '../trace/words/describe-warning.ts';
import type { Trace } from '../trace/event/events.ts';
import { openRun, type Run } from '../trace/run.ts';
import { listSchedule } from '../trace/compare/list-schedule.ts';
import { listSwitches } from '../trace/compare/list-switches.ts';

/**
 * What was found when both halves of a demo ran, in one sentence; `same` is false where they differ and the front block says why.
 * `warned` is a sentence on what CPython alone warns of.
 */
export type Parity = { readonly same: boolean; readonly words: string; readonly warned?: string };

/** Returns how a demo's two runs compare. Versions and counts are those of the runs, so the sentence cannot outlive what it says. */
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

/** Returns what two runs that are alike have in common, as the end of a sentence. */
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
