import type { Run } from '../../engine/trace/open-run.ts';
import type { RunState } from '../../engine/trace/state/run-state.ts';
import { showInside } from './show-inside.ts';

/** The texts beside a drawn run: its console lines, and its steps as text. */
export type RunTexts = {
  /** Shows what has been printed in a state of the run. */
  readonly showOutput: (state: RunState) => void;
  /** Scrolls the console to the newest line. Measures the layout. */
  readonly scrollOutput: (state: RunState) => void;
  /** Marks a step, from 1. */
  readonly showStep: (step: number) => void;
};

/** A console with more lines than this may scroll. One with fewer lines that wrap stays where the reader put it. */
const linesInSight = 12;

/** The texts of a run that are in the page completely. */
export class WholeTexts implements RunTexts {
  readonly #run: Run;
  readonly #console: HTMLElement | null;
  readonly #ending: HTMLElement | null;
  readonly #steps: Element | null;
  /** The console's lines, each with the event that printed it. */
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
    // The page goes without these addresses, because they lead nowhere without the stage.
    const name = host.dataset['name'] ?? '';
    for (const [index, link] of this.#steps?.querySelectorAll('a').entries() ?? []) link.href = `#${name}:${index + 1}`;
  }

  showOutput({ seq: now }: RunState): void {
    for (const { item, seq } of this.#output) item.toggleAttribute('data-future', seq > now);
    this.#ending?.toggleAttribute('data-future', now < this.#run.end.seq);
  }

  scrollOutput({ seq: now }: RunState): void {
    const isOver = now === this.#run.end.seq && this.#ending?.hidden === false;
    const newest = isOver ? this.#ending : this.#output.findLast(({ seq }) => seq <= now)?.item;
    if (this.#output.length > linesInSight) showInside(this.#console, newest ?? this.#output[0]?.item);
  }

  showStep(step: number): void {
    this.#steps?.querySelector('[aria-current]')?.removeAttribute('aria-current');
    this.#steps?.querySelector(`li:nth-child(${step}) a`)?.setAttribute('aria-current', 'step');
  }
}
