import { drawNames } from '../../../engine/timeline/draw-names.ts';
import { drawSheet } from '../../../engine/timeline/draw-figure.ts';
import { drawTimeline } from '../../../engine/timeline/draw-timeline.ts';
import type { Axis, Geometry } from '../../../engine/timeline/geometry.ts';
import { layoutTable, type Skeleton } from '../../../engine/timeline/layout-skeleton.ts';
import { fillSkeleton } from '../../../engine/timeline/layout-timeline.ts';
import { xOfStep } from '../../../engine/timeline/locate-step.ts';
import { chooseWindow, isInside, type RunPart } from '../../../engine/timeline/window/choose-window.ts';
import type { LanePlan } from '../../../engine/timeline/window/lane-plan.ts';
import { listWindow } from '../../../engine/timeline/window/list-window.ts';
import type { Run } from '../../../engine/trace/run.ts';
import type { RunState } from '../../../engine/trace/state/run-state.ts';
import { parseMarkup, placeMarkup } from '../place-markup.ts';
import { Playhead } from '../playhead.ts';

/** Draws the part of a long run around the step that is shown, anew whenever a step comes near to its edge. */
export class LongDrawing implements Pick<Playhead, 'show' | 'stepAt'> {
  readonly #host: HTMLElement;
  readonly #picture: Element;
  readonly #run: Run;
  readonly #plan: LanePlan;
  readonly #axis: Axis;
  readonly #opened = new Set<string>();
  #part: RunPart;
  #geometry: Geometry;
  #playhead: Playhead;

  constructor(host: HTMLElement, run: Run, plan: LanePlan, axis: Axis) {
    this.#host = host;
    this.#picture = host.querySelector('.picture') ?? host;
    this.#run = run;
    this.#plan = plan;
    this.#axis = axis;
    this.#part = chooseWindow(run, plan, run.steps.length, this.#opened);
    const [skeleton, geometry] = this.#layOut();
    placeMarkup(this.#picture, drawSheet(geometry, this.#id));
    this.#geometry = geometry;
    this.#playhead = new Playhead(this.#picture, skeleton);
  }

  /** What is drawn. */
  get geometry(): Geometry {
    return this.#geometry;
  }

  show(step: number, state: RunState): void {
    if (!isInside(this.#run, this.#plan, this.#part, step)) this.#draw(step);
    // Before anything else is written: afterwards the browser would have to lay out the page to answer.
    this.#showLane(step);
    this.#playhead.show(step, state);
  }

  /** Where there is no room for all lanes, the one that the step is about is in sight. */
  #showLane(step: number): void {
    const { marks, lanes } = this.#geometry;
    const lane = lanes[marks.find((mark) => mark.step === step)?.lane ?? -1];
    const { scrollTop, clientHeight, scrollHeight } = this.#picture;
    if (lane === undefined || scrollHeight <= clientHeight) return;
    const isInSight = lane.y >= scrollTop && lane.y + lane.height <= scrollTop + clientHeight;
    if (!isInSight) this.#picture.scrollTop = lane.y + lane.height / 2 - clientHeight / 2;
  }

  stepAt(x: number): number {
    return this.#playhead.stepAt(x);
  }

  get #id(): string {
    return this.#host.dataset['name'] ?? '';
  }

  #layOut(): readonly [Skeleton, Geometry] {
    const title = `Drawn run: ${this.#host.dataset['title'] ?? this.#id}`;
    const skeleton = layoutTable(this.#run, listWindow(this.#run, this.#plan, this.#part), { axis: this.#axis });
    return [skeleton, fillSkeleton(this.#run, skeleton, { title })];
  }

  /** Draws the part around a step. What both parts have stays where the reader sees it. */
  #draw(step: number): void {
    const before = this.#geometry;
    this.#part = chooseWindow(this.#run, this.#plan, step, this.#opened);
    const [skeleton, geometry] = this.#layOut();
    const scroll = this.#picture.querySelector('.timeline-scroll');
    const left = scroll?.scrollLeft ?? 0;
    this.#picture.querySelector('.timeline-names')?.replaceWith(...parseMarkup(drawNames(geometry, this.#id)));
    this.#picture.querySelector('.timeline-run')?.replaceWith(...parseMarkup(drawTimeline(geometry, this.#id)));
    this.#geometry = geometry;
    this.#playhead = new Playhead(this.#picture, skeleton);
    if (scroll !== null) scroll.scrollLeft = left + xOfStep(geometry, step) - xOfStep(before, step);
  }
}
