import type { Axis, Geometry } from '../../../engine/timeline/geometry.ts';
import type { Skeleton } from '../../../engine/timeline/layout-skeleton.ts';
import { findStepMiddle } from '../../../engine/timeline/locate-step.ts';
import { findLeaving, isInside } from '../../../engine/timeline/window/choose-window.ts';
import type { LanePlan } from '../../../engine/timeline/window/lane-plan.ts';
import type { Overview } from '../../../engine/timeline/window/layout-overview.ts';
import type { Run } from '../../../engine/trace/open-run.ts';
import { drawPart, type DrawnPart, type PartOptions } from './draw-part.ts';
import { NextPart } from './next-part.ts';
import { RunOverview } from './run-overview.ts';

/** A long run after reading. */
export type Laid = { readonly plan: LanePlan; readonly overview: Overview };

/** The element in which a long run is drawn, and how. `id` is unique on the page. */
export type WindowPlace = {
  readonly picture: Element;
  readonly id: string;
  readonly title: string;
  readonly axis: Axis;
};

/** The part of a long run around a step, under an overview of the whole: drawn again whenever the step comes close to the edge of that part. */
export class RunWindow {
  readonly #picture: Element;
  readonly #run: Run;
  readonly #plan: LanePlan;
  readonly #opened = new Set<string>();
  readonly #next: NextPart;
  readonly #overview: RunOverview;
  #drawn: DrawnPart;
  #step: number;
  /** Where the drawing has to be scrolled to, after another part was inserted. */
  #left: number | undefined;

  /** @param onOpen called when the reader has opened a group, or folded it again, and the lanes are drawn */
  constructor({ picture, id, title, axis }: WindowPlace, run: Run, { plan, overview }: Laid, onOpen: () => void) {
    this.#picture = picture;
    this.#run = run;
    this.#plan = plan;
    const options: PartOptions = { plan, axis, opened: this.#opened, id, title: `Drawn run: ${title}` };
    this.#next = new NextPart((step) => drawPart(run, step, options));
    this.#step = run.steps.length;
    this.#drawn = this.#next.take(this.#step);
    picture.replaceChildren(this.#drawn.sheet);
    this.#overview = new RunOverview(overview, run.steps.length, ({ name }, isOpen) => {
      if (isOpen) this.#opened.add(name);
      else this.#opened.delete(name);
      this.#next.forget();
      this.#replace(this.#next.take(this.#step));
      onOpen();
    });
    // If everything is drawn, an overview is not needed.
    const { from, to } = this.#drawn.part;
    if (plan.groups.length > 0 || to - from + 1 < run.steps.length) picture.prepend(this.#overview.place);
  }

  get geometry(): Geometry {
    return this.#drawn.geometry;
  }

  get skeleton(): Skeleton {
    return this.#drawn.skeleton;
  }

  /** The overview above the lanes. */
  get overview(): HTMLElement {
    return this.#overview.place;
  }

  /** Makes sure that a step is drawn, and not at an edge. Returns whether that took another part. */
  bring(step: number): boolean {
    const isNew = !isInside(this.#run, this.#plan, this.#drawn.part, step);
    this.#step = step;
    if (isNew) this.#replace(this.#next.take(step));
    return isNew;
  }

  /** Shows in the overview where the step is, and which part is drawn. */
  show(): void {
    this.#overview.show(this.#step, this.#drawn.part);
  }

  /** Draws ahead, while the page is idle, the part that a reader reaches by stepping forward (1) or back (-1). */
  prepare(direction: 1 | -1): void {
    const next = findLeaving(this.#run, this.#plan, this.#drawn.part, this.#step, direction);
    if (next !== undefined) this.#next.prepare(next);
  }

  /** Stops drawing ahead. */
  close(): void {
    this.#next.forget();
  }

  /** Whatever is in two parts keeps its place on the screen. Measures the layout. */
  keepPlace(): void {
    const scroll = this.#picture.querySelector('.timeline-scroll');
    if (this.#left !== undefined && scroll !== null) scroll.scrollLeft = this.#left;
    this.#left = undefined;
  }

  #replace(drawn: DrawnPart): void {
    const before = this.#drawn;
    this.#drawn = drawn;
    const left = this.#left ?? this.#picture.querySelector('.timeline-scroll')?.scrollLeft ?? 0;
    for (const kind of ['.timeline-names', '.timeline-run']) {
      const other = drawn.sheet.querySelector(kind);
      if (other !== null) this.#picture.querySelector(kind)?.replaceWith(other);
    }
    this.#left = left + findStepMiddle(drawn.geometry, this.#step) - findStepMiddle(before.geometry, this.#step);
  }
}
