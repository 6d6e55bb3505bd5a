import type { Run } from '../../engine/trace/run.ts';
import type { RunState } from '../../engine/trace/state/run-state.ts';
import { showInside } from './show-inside.ts';

/** What stands in words beside a drawn run: the lines of its console, and its steps as text. */
export type RunTexts = {
  /** Shows what has been printed in a state of the run. */
  readonly showOutput: (state: RunState) => void;
  /** Brings the newest line into sight where the console scrolls. Asks how the page is laid out. */
  readonly scrollOutput: (state: RunState) => void;
  /** Marks a step, from 1. */
  readonly showStep: (step: number) => void;
};

/** A console with more lines may scroll; those of fewer that wrap are left where the reader has them. */
const linesInSight = 12;

/** The texts of a run that stand in the page whole. */
export class WholeTexts implements RunTexts {
  readonly #run: Run;
  readonly #console: HTMLElement | null;
  readonly #ending: HTMLElement | null;
  readonly #steps: Element | null;
  /** The lines of the console, and the event that printed each. */
  readonly #output: readonly { readonly item: Element; readonly seq: number }[];

  constructor(host: HTMLElement, run: Run) {
    this.#run = run;
    this.#console = host.querySelector('.console');
    this.#ending = host.querySelector('.console .ending');
    this.#steps = host.querySelector('.steps');
    this.#output = [...host.querySelectorAll('.console [data-output]')].map((item) => ({
      item,
      seq: Number(item.getAttribute('data-output')),
    }));
  }

  showOutput({ seq: now }: RunState): void {
    for (const { item, seq } of this.#output) item.toggleAttribute('data-future', seq > now);
    this.#ending?.toggleAttribute('data-future', now < this.#run.end.seq);
  }

  scrollOutput({ seq: now }: RunState): void {
    const isOver = now === this.#run.end.seq && this.#ending?.hidden === false;
    const newest = isOver ? this.#ending : this.#output.findLast(({ seq }) => seq <= now)?.item;
    // Asking where it is would cost every other one a layout.
    if (this.#output.length > linesInSight) showInside(this.#console, newest ?? this.#output[0]?.item);
  }

  showStep(step: number): void {
    this.#steps?.querySelector('[aria-current]')?.removeAttribute('aria-current');
    this.#steps?.querySelector(`[data-step="${step}"]`)?.setAttribute('aria-current', 'step');
  }
}
