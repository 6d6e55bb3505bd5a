import type { RunState } from '../../engine/trace/state/run-state.ts';
import { drawPresent, presentKinds } from '../../engine/timeline/draw-present.ts';
import type { CauseArrow } from '../../engine/timeline/geometry.ts';
import { layoutPresent } from '../../engine/timeline/layout-present.ts';
import { findColumn, stepAtX } from '../../engine/timeline/locate-step.ts';
import type { Skeleton } from '../../engine/timeline/layout-skeleton.ts';

/**
 * Shows in a drawn run where the reader is: a band over the step's column, pale what has not happened yet, who brought it about, who is
 * linked to whom, and which timers are set. Each step touches only what is different from the one shown before.
 */
export class Playhead {
  readonly #skeleton: Skeleton;
  readonly #picture: Element;
  /** What is drawn of each step, by its number. */
  readonly #drawn: readonly (readonly Element[])[];
  readonly #arrows: ReadonlyMap<CauseArrow, Element>;
  readonly #present: ReadonlyMap<string, Element>;
  #told: readonly Element[] = [];
  /** The step that is shown; Infinity at first, because nothing is drawn pale. */
  #shown = Infinity;

  /** `picture` holds the drawing with these columns and lanes, as it was made. */
  constructor(picture: Element, skeleton: Skeleton) {
    this.#skeleton = skeleton;
    this.#picture = picture;
    const drawn: Element[][] = [];
    for (const element of picture.querySelectorAll('.timeline-run [data-step]')) {
      (drawn[Number(element.getAttribute('data-step'))] ??= []).push(element);
    }
    this.#drawn = drawn;
    const arrows = [...picture.querySelectorAll('.timeline-run .causes path')];
    this.#arrows = new Map(
      this.#skeleton.causes.flatMap((arrow, index) => {
        const element = arrows[index];
        return element ? [[arrow, element]] : [];
      }),
    );
    this.#present = new Map(
      presentKinds.flatMap((kind) => {
        const path = picture.querySelector(`.timeline-run .present.${kind}`);
        return path ? [[kind, path]] : [];
      }),
    );
  }

  /** Step 0 stands before the first; the step after the last shows the whole run. `state` is how the run stands at the step. */
  show(step: number, state: RunState): void {
    // Before anything is written: afterwards the browser would have to lay out the page to answer.
    const scroll = findScroll(this.#picture, this.#skeleton, step);
    placeBand(this.#picture, this.#skeleton, step);
    this.#fade(step);
    for (const element of this.#told) element.removeAttribute('data-current');
    this.#told = listCauses(this.#skeleton, step).flatMap((arrow) => this.#arrows.get(arrow) ?? []);
    for (const element of this.#told) element.setAttribute('data-current', '');
    const present = drawPresent(layoutPresent(this.#skeleton, state, step));
    for (const kind of presentKinds) this.#present.get(kind)?.setAttribute('d', present[kind]);
    scroll?.();
  }

  /** Makes pale what comes after `step`, and nothing else. */
  #fade(step: number): void {
    const first = this.#skeleton.columns[0]?.step ?? 1;
    const from = Math.max(Math.min(step, this.#shown) + 1, first);
    const to = Math.min(Math.max(step, this.#shown), this.#drawn.length - 1);
    for (let number = from; number <= to; number += 1) {
      for (const element of this.#drawn[number] ?? []) element.toggleAttribute('data-future', number > step);
    }
    this.#shown = step;
  }

  /** The step drawn at `x`. */
  stepAt(x: number): number {
    return stepAtX(this.#skeleton, x);
  }
}

/**
 * Returns the arrows that tell why a step came about and what came of it: its own, those that begin in it, and the last before it that led
 * to the same lane.
 */
function listCauses({ causes, columns, table }: Skeleton, step: number): readonly CauseArrow[] {
  const lane = table.moments[step - (columns[0]?.step ?? 1)]?.target;
  const before = causes.findLast((arrow) => arrow.lane === lane && arrow.step <= step);
  return causes.filter((arrow) => arrow === before || arrow.step === step || arrow.origin === step);
}

/** Marks one step of a drawn run that nobody steps through. */
export function markStep(picture: Element, skeleton: Skeleton, step: number): void {
  const scroll = findScroll(picture, skeleton, step);
  placeBand(picture, skeleton, step);
  scroll?.();
}

function placeBand(picture: Element, skeleton: Skeleton, step: number): void {
  const column = findColumn(skeleton, step);
  const band = picture.querySelector('.timeline-run .now');
  band?.setAttribute('x', String(column?.x ?? 0));
  band?.setAttribute('width', String(column?.width ?? 0));
}

/** What scrolls the drawing sideways so that the step stands in the middle; undefined when it is in sight. */
function findScroll(picture: Element, skeleton: Skeleton, step: number): (() => void) | undefined {
  const column = findColumn(skeleton, step);
  const scroll = picture.querySelector('.timeline-scroll');
  if (column === undefined || scroll === null) return undefined;
  const { x, width } = column;
  const { scrollLeft, clientWidth } = scroll;
  if (x >= scrollLeft && x + width <= scrollLeft + clientWidth) return undefined;
  return () => {
    scroll.scrollLeft = x + width / 2 - clientWidth / 2;
  };
}
