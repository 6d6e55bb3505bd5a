import type { Language } from '../../engine/trace/event/events.ts';
import type { Run } from '../../engine/trace/run.ts';
import { type LineMarks, markLines } from '../../engine/show/mark-lines.ts';
import type { StageParts } from './stage-parts.ts';

/** Marks the lines on which frames stand in the listings of the runs given, each at its step, and in no other. Returns the marks. */
export function markListings(
  programs: StageParts['programs'],
  shown: readonly { readonly run: Run; readonly step: number }[],
): ReadonlyMap<Language, LineMarks> {
  for (const program of Object.values(programs)) {
    for (const line of program?.querySelectorAll('.line[data-mark]') ?? []) line.removeAttribute('data-mark');
  }
  const told = new Map<Language, LineMarks>();
  for (const { run, step } of shown) {
    const { language } = run.trace;
    const marks = markLines(step === run.steps.length ? run.end : run.stateAt(step));
    for (const [line, how] of marks) {
      programs[language]?.querySelector(`.line[data-line="${line}"]`)?.setAttribute('data-mark', how);
    }
    told.set(language, marks);
  }
  return told;
}
