import type { RunState } from '../../engine/trace/state/run-state.ts';
import { drawPresent, presentKinds } from '../../engine/timeline/draw-present.ts';
import type { CauseArrow } from '../../engine/timeline/geometry.ts';
import { layoutPresent } from '../../engine/timeline/layout-present.ts';
import { findColumn, stepAtX } from '../../engine/timeline/locate-step.ts';
import type { Skeleton } from '../../engine/timeline/layout-skeleton.ts';

/**
 * Shows the reader's position in a drawn run: a band over the step's column, a pale future, the step that caused this one, the
 * steps linked to it, and the timers that are set. Each step changes only what differs from the step shown before.
 */
export class Playhead {
  readonly #skeleton: Skeleton;
  readonly #picture: Element;
  /** The drawn parts of each step, by its number. */
  readonly #drawn: readonly (readonly Element[])[];
  readonly #arrows: ReadonlyMap<CauseArrow, Element>;
  readonly #present: ReadonlyMap<string, Element>;
  #told: readonly Element[] = [];
  /** The step that is shown; Infinity at first, because nothing is pale yet. */
  #shown = Infinity;

  /** `picture` contains the drawing with these columns and lanes, as rendered. */
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

  /** Step 0 is before the first step; the step after the last shows the whole run. `state` is the run's state at the step. */
  show(step: number, state: RunState): void {
    placeBand(this.#picture, this.#skeleton, step);
    this.#fade(step);
    for (const element of this.#told) element.removeAttribute('data-current');
    this.#told = listCauses(this.#skeleton, step).flatMap((arrow) => this.#arrows.get(arrow) ?? []);
    for (const element of this.#told) element.setAttribute('data-current', '');
    const present = drawPresent(layoutPresent(this.#skeleton, state, step));
    for (const kind of presentKinds) this.#present.get(kind)?.setAttribute('d', present[kind]);
  }

  /** Scrolls the drawing to a step that is out of sight. Measures the layout. */
  scrollTo(step: number): void {
    scrollToStep(this.#picture, this.#skeleton, step);
  }

  /** Makes everything after `step` pale, and nothing else. */
  #fade(step: number): void {
    const first = this.#skeleton.columns[0]?.step ?? 1;
    const from = Math.max(Math.min(step, this.#shown) + 1, first);
    const to = Math.min(Math.max(step, this.#shown), this.#drawn.length - 1);
    for (let number = from; number <= to; number += 1) {
      for (const element of this.#drawn[number] ?? []) element.toggleAttribute('data-future', number > step);
    }
    this.#shown = step;
  }

  /** The step that is drawn at `x`. */
  stepAt(x: number): number {
    return stepAtX(this.#skeleton, x);
  }
}

/**
 * Returns the arrows that show what caused a step and what it caused: its own, those that begin in it, and the last earlier one
 * that led to the same lane.
 */
function listCauses({ causes, columns, table }: Skeleton, step: number): readonly CauseArrow[] {
  const lane = table.moments[step - (columns[0]?.step ?? 1)]?.target;
  const before = causes.findLast((arrow) => arrow.lane === lane && arrow.step <= step);
  return causes.filter((arrow) => arrow === before || arrow.step === step || arrow.origin === step);
}

/** Marks one step of a drawn run that has no player, if the step is drawn, and scrolls to that step or to `seen`. */
export function markStep(picture: Element, skeleton: Skeleton, step: number, seen = step): void {
  placeBand(picture, skeleton, step);
  scrollToStep(picture, skeleton, seen);
}

function placeBand(picture: Element, skeleton: Skeleton, step: number): void {
  const column = findColumn(skeleton, step);
  const band = picture.querySelector('.timeline-run .now');
  band?.setAttribute('x', String(column?.x ?? 0));
  band?.setAttribute('width', String(column?.width ?? 0));
}

/** Puts a step in the middle of the drawing, unless it is visible. Before the first step the drawing is at its beginning. */
function scrollToStep(picture: Element, skeleton: Skeleton, step: number): void {
  const column = findColumn(skeleton, step);
  const scroll = picture.querySelector('.timeline-scroll');
  if (scroll !== null && step === 0) scroll.scrollLeft = 0;
  if (column === undefined || scroll === null) return;
  const { x, width } = column;
  const { scrollLeft, clientWidth } = scroll;
  if (x < scrollLeft || x + width > scrollLeft + clientWidth) scroll.scrollLeft = x + width / 2 - clientWidth / 2;
}
