import { renderConsole } from '../../../engine/show/render-console.ts';
import { renderSteps } from '../../../engine/show/render-steps.ts';
import type { Pin } from '../../../engine/trace/pins/parse-pins.ts';
import type { Run } from '../../../engine/trace/open-run.ts';
import type { RunState } from '../../../engine/trace/state/run-state.ts';
import type { RunTexts } from '../run-texts.ts';
import { showInside } from '../show-inside.ts';
import { LongList } from './long-list.ts';

/** The console lines and the steps of a long run. The page holds the part of both that is around the current step. */
export class LongTexts implements RunTexts {
  readonly #run: Run;
  readonly #console: HTMLElement | null;
  readonly #ending: HTMLElement | null;
  readonly #lines: LongList | undefined;
  readonly #steps: LongList | undefined;
  #step = 0;

  /** @param signal aborted when another run takes the place of this one */
  constructor(host: HTMLElement, run: Run, pins: readonly Pin[], signal: AbortSignal) {
    this.#run = run;
    this.#console = host.querySelector('.console');
    this.#ending = host.querySelector('.console .ending');
    const lines = host.querySelector('.console ol');
    if (lines !== null)
      this.#lines = new LongList(lines, {
        what: 'lines',
        count: run.lines.length,
        render: (part) => renderConsole(run, part),
      });
    const steps = host.querySelector('.steps ol');
    const name = host.dataset['name'] ?? '';
    if (steps === null) return;
    this.#steps = new LongList(steps, {
      what: 'steps',
      count: run.steps.length,
      render: (part) => renderSteps(run, pins, part, name),
    });
    // Sentences are not written for a list that nobody has opened.
    steps.closest('details')?.addEventListener('toggle', () => this.showStep(this.#step), { signal });
  }

  showOutput({ seq }: RunState): void {
    const printed = countUntil(this.#run, seq);
    this.#lines?.show(Math.max(printed - 1, 0));
    for (const [at, item] of this.#lines?.items ?? []) item.toggleAttribute('data-future', at >= printed);
    this.#ending?.toggleAttribute('data-future', seq < this.#run.end.seq);
  }

  scrollOutput({ seq }: RunState): void {
    const isOver = seq === this.#run.end.seq && this.#ending?.hidden === false;
    const newest = this.#lines?.find(Math.max(countUntil(this.#run, seq) - 1, 0));
    showInside(this.#console, isOver ? this.#ending : newest);
  }

  showStep(step: number): void {
    this.#step = step;
    const list = this.#steps;
    if (list?.place.closest('details')?.open !== true) return;
    list.show(Math.max(step - 1, 0));
    list.place.querySelector('[aria-current]')?.removeAttribute('aria-current');
    list
      .find(step - 1)
      ?.querySelector('a')
      ?.setAttribute('aria-current', 'step');
  }
}

/** How many lines have been printed up to an event. */
function countUntil({ lines }: Run, seq: number): number {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((lines[middle]?.seq ?? Infinity) <= seq) from = middle + 1;
    else to = middle;
  }
  return from;
}
