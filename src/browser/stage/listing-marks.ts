import { alignSteps } from '../../engine/show/align-steps.ts';
import { type LineMarks, markLines } from '../../engine/show/mark-lines.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import type { Run } from '../../engine/trace/named-run.ts';
import type { StageParts } from './stage-parts.ts';

type Programs = StageParts['programs'];
type ShownRun = { readonly run: Run; readonly step: number };

/** Marks the current lines of frames: in the program, in its twin if that is shown beside it, and in an open editor. */
export class ListingMarks {
  readonly #programs: Programs;
  /** The run of the other program, with its step for each step of the replayed run. */
  #twin: { readonly run: Run; readonly steps: readonly number[] } | undefined;
  /** Called with the marked lines at every step. */
  onMarks: (marks: ReadonlyMap<Language, LineMarks>) => void = () => undefined;

  constructor(programs: Programs) {
    this.#programs = programs;
  }

  /** From the next step on, also marks the lines of the other program, if both have the same steps. */
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

/** Marks the lines of the given runs, each at its step, and no others. Returns the marks. */
function markListings(programs: Programs, shown: readonly ShownRun[]): ReadonlyMap<Language, LineMarks> {
  for (const program of Object.values(programs)) {
    for (const line of program?.querySelectorAll('.line[data-mark]') ?? []) line.removeAttribute('data-mark');
  }
  const told = new Map<Language, LineMarks>();
  for (const { run, step } of shown) {
    const { language } = run.trace;
    const marks = markLines(step === run.steps.length ? run.end : run.stateAt(step));
    const lines = programs[language]?.querySelectorAll('.line');
    for (const [line, how] of marks) lines?.[line - 1]?.setAttribute('data-mark', how);
    told.set(language, marks);
  }
  return told;
}
