import { alignSteps } from '../../engine/show/align-steps.ts';
import { type LineMarks, markLines } from '../../engine/show/mark-lines.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import type { Run } from '../../engine/trace/named-run.ts';
import type { StageParts } from './stage-parts.ts';

type Programs = StageParts['programs'];
type ShownRun = { readonly run: Run; readonly step: number };

/** Marks the lines on which frames stand: in the program, in its twin where that is shown beside it, and in an editor that is open. */
export class ListingMarks {
  readonly #programs: Programs;
  /** The run of the other program, with the step it is at for each step of the one that is replayed. */
  #twin: { readonly run: Run; readonly steps: readonly number[] } | undefined;
  /** Told of the marked lines at every step. */
  onMarks: (marks: ReadonlyMap<Language, LineMarks>) => void = () => undefined;

  constructor(programs: Programs) {
    this.#programs = programs;
  }

  /** From the next step on marks the lines of the other program as well, if both step alike. */
  addTwin(run: Run, twin: Run): void {
    const steps = alignSteps(run, twin);
    if (steps !== undefined) this.#twin = { run: twin, steps };
  }

  removeTwin(): void {
    this.#twin = undefined;
  }

  /** Marks the lines of a step; without one, none. */
  show(shown: ShownRun | undefined): void {
    this.onMarks(markListings(this.#programs, shown === undefined ? [] : [shown, ...this.#twinAt(shown.step)]));
  }

  #twinAt(step: number): readonly ShownRun[] {
    return this.#twin === undefined ? [] : [{ run: this.#twin.run, step: this.#twin.steps[step] ?? 0 }];
  }
}

/** Marks the lines of the runs given, each at its step, and no other lines. Returns the marks. */
function markListings(programs: Programs, shown: readonly ShownRun[]): ReadonlyMap<Language, LineMarks> {
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
