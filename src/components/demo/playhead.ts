import type { Trace } from '../../trace/events.ts';
import type { Geometry } from '../../timeline/geometry.ts';
import { stepAtX } from '../../timeline/locate-step.ts';
import { layoutTimeline } from '../../timeline/layout-timeline.ts';

/** Shows in a drawn run where the reader is: a band over the step's column, and pale what has not happened yet. */
export class Playhead {
  readonly #geometry: Geometry;
  readonly #band: Element | null;
  readonly #drawn: readonly { readonly element: Element; readonly step: number }[];
  readonly #scroll: Element | null;

  constructor(host: HTMLElement, trace: Trace) {
    this.#geometry = layoutTimeline(trace);
    this.#band = host.querySelector('.timeline-run .now');
    this.#scroll = host.querySelector('.timeline-scroll');
    this.#drawn = [...host.querySelectorAll('.timeline-run [data-step]')].map((element) => ({
      element,
      step: Number(element.getAttribute('data-step')),
    }));
  }

  /** Step 0 stands before the first; the step after the last shows the whole run. */
  show(step: number): void {
    for (const { element, step: drawn } of this.#drawn) {
      element.toggleAttribute('data-future', drawn > step);
      element.toggleAttribute('data-current', drawn === step);
    }
    const column = this.#geometry.columns.find((candidate) => candidate.step === step);
    this.#band?.setAttribute('x', String(column?.x ?? 0));
    this.#band?.setAttribute('width', String(column?.width ?? 0));
    if (column !== undefined) this.#reveal(column.x, column.width);
  }

  /** The step drawn at `x`. */
  stepAt(x: number): number {
    return stepAtX(this.#geometry, x);
  }

  /** Scrolls sideways only when the step is not in sight, and then puts it in the middle. */
  #reveal(x: number, width: number): void {
    const scroll = this.#scroll;
    if (scroll === null) return;
    if (x >= scroll.scrollLeft && x + width <= scroll.scrollLeft + scroll.clientWidth) return;
    scroll.scrollLeft = x + width / 2 - scroll.clientWidth / 2;
  }
}
