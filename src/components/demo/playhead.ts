import type { Trace } from '../../trace/events.ts';
import type { Axis, CauseArrow, Geometry } from '../../timeline/geometry.ts';
import { stepAtX } from '../../timeline/locate-step.ts';
import { layoutTimeline } from '../../timeline/layout-timeline.ts';

/** Shows in a drawn run where the reader is: a band over the step's column, pale what has not happened yet, and who brought it about. */
export class Playhead {
  readonly #geometry: Geometry;
  readonly #picture: Element;
  readonly #drawn: readonly { readonly element: Element; readonly step: number }[];
  readonly #causes: readonly { readonly element: Element; readonly arrow: CauseArrow }[];

  /** `picture` holds the drawing of the trace on that axis. */
  constructor(picture: Element, trace: Trace, axis: Axis = 'step') {
    this.#geometry = layoutTimeline(trace, { axis });
    this.#picture = picture;
    this.#drawn = [...picture.querySelectorAll('.timeline-run [data-step]')].map((element) => ({
      element,
      step: Number(element.getAttribute('data-step')),
    }));
    const arrows = [...picture.querySelectorAll('.timeline-run .causes path')];
    this.#causes = this.#geometry.causes.flatMap((arrow, index) => {
      const element = arrows[index];
      return element ? [{ element, arrow }] : [];
    });
  }

  /** Step 0 stands before the first; the step after the last shows the whole run. */
  show(step: number): void {
    for (const { element, step: drawn } of this.#drawn) {
      element.toggleAttribute('data-future', drawn > step);
      element.toggleAttribute('data-current', drawn === step);
    }
    const told = new Set(listCauses(this.#geometry, step));
    for (const { element, arrow } of this.#causes) element.toggleAttribute('data-current', told.has(arrow));
    placeBand(this.#picture, this.#geometry, step);
  }

  /** The step drawn at `x`. */
  stepAt(x: number): number {
    return stepAtX(this.#geometry, x);
  }
}

/**
 * Returns the arrows that tell why a step came about and what came of it: its own, those that begin in it, and the last before it that led
 * to the same lane.
 */
export function listCauses({ causes, marks }: Geometry, step: number): readonly CauseArrow[] {
  const lane = marks.find((mark) => mark.step === step)?.lane;
  const before = causes.findLast((arrow) => arrow.lane === lane && arrow.step <= step);
  return causes.filter((arrow) => arrow === before || arrow.step === step || arrow.origin === step);
}

/** Marks one step of a drawn run that nobody steps through. */
export function markStep(picture: Element, trace: Trace, step: number): void {
  placeBand(picture, layoutTimeline(trace), step);
}

/** Scrolls sideways only when the step is not in sight, and then puts it in the middle. */
function placeBand(picture: Element, { columns }: Geometry, step: number): void {
  const column = columns[step - 1];
  const band = picture.querySelector('.timeline-run .now');
  band?.setAttribute('x', String(column?.x ?? 0));
  band?.setAttribute('width', String(column?.width ?? 0));
  const scroll = picture.querySelector('.timeline-scroll');
  if (column === undefined || scroll === null) return;
  const { x, width } = column;
  if (x >= scroll.scrollLeft && x + width <= scroll.scrollLeft + scroll.clientWidth) return;
  scroll.scrollLeft = x + width / 2 - scroll.clientWidth / 2;
}
