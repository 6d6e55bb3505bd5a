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

/** Returns what two equal runs have in common, as the end of a sentence. What neither has is left out. */
export function listAlike(run: Run): string {
  const printed = run.lines.filter(({ isWarning }) => !isWarning).length;
  const lines = nameSame(printed, 'line', 'lines');
  const timed = run.passesTime
    ? lines?.concat(printed === 1 ? ' at the same virtual time' : ' at the same virtual times')
    : lines;
  const order =
    run.view === 'tasks'
      ? nameSame(
          listSchedule(run).length,
          'step of tasks in the same loop iteration',
          'steps of tasks in the same loop iterations',
        )
      : nameSame(listSwitches(run).length, 'switch between frames', 'switches between frames');
  return [timed, order].filter((part) => part !== undefined).join(', and ') || 'no lines';
}

/** One needs no number: "the same line", but "the same 2 lines". */
function nameSame(number: number, one: string, many: string): string | undefined {
  if (number === 0) return undefined;
  return number === 1 ? `the same ${one}` : `the same ${number} ${many}`;
}
