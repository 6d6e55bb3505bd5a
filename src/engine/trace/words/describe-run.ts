import type { View } from '../state/choose-view.ts';
import type { Run } from '../open-run.ts';
import { formatSeconds } from './format-seconds.ts';
import { describeGaps } from './describe-gaps.ts';
import { joinWords } from './join-words.ts';
import { phraseOutcome } from './phrase-outcome.ts';

/** Returns the run in two or three sentences: what takes part, how long it takes, how it ends. */
export function describeRun({ trace, view, steps: all, names: { [view]: parts }, lines }: Run): string {
  const names = [...parts.values()];
  const steps = count(all.length, 'step');
  const seconds = trace.events.at(-1)?.time ?? 0;
  const length = seconds > 0 ? `${steps} in ${formatSeconds(seconds)} of virtual time` : steps;
  const warned = trace.events.filter(({ kind }) => kind === 'warning').length;
  const printed = lines.filter(({ isWarning }) => !isWarning).length;
  const who = names.length > 6 ? count(names.length, view === 'tasks' ? 'task' : 'frame') : listNames(names, view);
  const output = printed === 0 ? 'It prints nothing' : `It prints ${count(printed, 'line')}`;
  const warnings = warned === 0 ? '' : `, with ${count(warned, 'warning')},`;
  const gaps = describeGaps(trace);
  const ending = `${output}${warnings} and ${phraseOutcome(trace.outcome)}.`;
  return `${who}: ${length}. ${ending}${gaps === undefined ? '' : ` ${gaps}`}`;
}

function listNames(names: readonly string[], view: View): string {
  if (names.length === 0) return 'Plain code';
  return `${count(names.length, view === 'tasks' ? 'task' : 'frame')}, ${joinWords(names)}`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
