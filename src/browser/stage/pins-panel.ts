import { countPinRows, renderPins } from '../../engine/show/render-pins.ts';
import { parsePins, type Pin } from '../../engine/trace/pins/parse-pins.ts';
import type { PinnedWords } from '../../engine/trace/words/describe-changes.ts';
import { wordPins } from '../../engine/trace/words/describe-pins.ts';
import type { Run } from '../../engine/trace/open-run.ts';
import { parseMarkup } from './place-markup.ts';

/**
 * Shows the pinned variables of each step in the elements in which the build rendered those of the last step. Only changed ones are
 * written. Fetched for demos that pin some.
 */
export class PinsPanel {
  readonly #place: Element | null;
  readonly #pins: Readonly<Record<Run['trace']['language'], readonly Pin[]>>;
  #shown: readonly string[] = [];
  #rows: { readonly run: Run; readonly counts: readonly number[] } | undefined;

  /** @param host has the pins in `data-show-typescript` and `data-show-python`, written as in the first comments of the programs */
  constructor(host: HTMLElement) {
    this.#place = host.querySelector('.pins');
    const read = (text = ''): readonly Pin[] => {
      const pins = text === '' ? [] : parsePins(text);
      return 'fault' in pins ? [] : pins;
    };
    this.#pins = { typescript: read(host.dataset['showTypescript']), python: read(host.dataset['showPython']) };
  }

  /** The pins of a run. */
  pinsOf(run: Run): readonly Pin[] {
    return this.#pins[run.trace.language];
  }

  /** The sentence about them at a step; the panel shows it in full. */
  wordsOf(run: Run): PinnedWords {
    return wordPins(run, this.pinsOf(run), false);
  }

  show(run: Run, step: number): void {
    const pins = this.pinsOf(run);
    // Until a run's variables have arrived, the page shows what the build rendered.
    if (this.#place === null || run.variables.texts.length === 0) return;
    if (this.#rows?.run !== run) this.#rows = { run, counts: countPinRows(run, pins) };
    const pieces = renderPins(run, pins, step, this.#rows.counts);
    const { children } = this.#place;
    const isSameLength = children.length === pieces.length;
    if (!isSameLength) this.#place.replaceChildren(...pieces.flatMap(parseMarkup));
    else {
      for (const [at, piece] of pieces.entries()) {
        if (piece !== this.#shown[at]) children[at]?.replaceWith(...parseMarkup(piece));
      }
    }
    this.#shown = pieces;
  }
}
