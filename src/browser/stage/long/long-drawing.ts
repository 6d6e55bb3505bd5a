import { drawNames } from '../../../engine/timeline/draw-names.ts';
import { drawSheet } from '../../../engine/timeline/draw-figure.ts';
import { drawTimeline } from '../../../engine/timeline/draw-timeline.ts';
import type { Axis, Geometry } from '../../../engine/timeline/geometry.ts';
import { layoutTable, type Skeleton } from '../../../engine/timeline/layout-skeleton.ts';
import { fillSkeleton } from '../../../engine/timeline/layout-timeline.ts';
import { xOfStep } from '../../../engine/timeline/locate-step.ts';
import { chooseWindow, isInside, type RunPart } from '../../../engine/timeline/window/choose-window.ts';
import type { LaneGroup, LanePlan } from '../../../engine/timeline/window/lane-plan.ts';
import type { Overview } from '../../../engine/timeline/window/layout-overview.ts';
import { listWindow } from '../../../engine/timeline/window/list-window.ts';
import type { Run } from '../../../engine/trace/run.ts';
import type { RunState } from '../../../engine/trace/state/run-state.ts';
import { parseMarkup, placeMarkup } from '../place-markup.ts';
import { Playhead } from '../playhead.ts';
import { RunOverview } from './run-overview.ts';

/** A long run after reading. */
type Laid = { readonly plan: LanePlan; readonly overview: Overview; readonly axis: Axis };

/** Draws the part of a long run around the current step, and draws again whenever a step comes close to the edge of that part. */
export class LongDrawing implements Pick<Playhead, 'show' | 'stepAt'> {
  readonly #host: HTMLElement;
  readonly #picture: Element;
  readonly #run: Run;
  readonly #plan: LanePlan;
  readonly #axis: Axis;
  readonly #opened = new Set<string>();
  readonly #overview: RunOverview;
  #step: number;
  #part: RunPart;
  #geometry: Geometry;
  #playhead: Playhead;

  constructor(host: HTMLElement, run: Run, { plan, overview, axis }: Laid) {
    this.#host = host;
    this.#picture = host.querySelector('.picture') ?? host;
    this.#run = run;
    this.#plan = plan;
    this.#axis = axis;
    this.#step = run.steps.length;
    this.#part = chooseWindow(run, plan, this.#step, this.#opened);
    const [skeleton, geometry] = this.#layOut();
    placeMarkup(this.#picture, drawSheet(geometry, this.#id));
    this.#geometry = geometry;
    this.#playhead = new Playhead(this.#picture, skeleton);
    this.#overview = new RunOverview(overview, run.steps.length, (group, isOpen) => this.#open(group, isOpen));
    // If everything is drawn, an overview is not needed.
    const { from, to } = this.#part;
    if (plan.groups.length > 0 || to - from + 1 < run.steps.length) this.#picture.prepend(this.#overview.place);
  }

  /** What is drawn. */
  get geometry(): Geometry {
    return this.#geometry;
  }

  show(step: number, state: RunState): void {
    this.#step = step;
    if (!isInside(this.#run, this.#plan, this.#part, step)) this.#draw(step);
    this.#overview.show(step, this.#part);
    // Measured before anything is written; afterwards the browser would have to lay out the page first.
    this.#showLane(step);
    this.#playhead.show(step, state);
  }

  /** If there is no room for all lanes, the lane of the current step is made visible. */
  #showLane(step: number): void {
    const { marks, lanes } = this.#geometry;
    const lane = lanes[marks.find((mark) => mark.step === step)?.lane ?? -1];
    const { scrollTop, clientHeight, scrollHeight } = this.#picture;
    if (lane === undefined || scrollHeight <= clientHeight) return;
    // The overview stays above the lanes.
    const room = clientHeight - this.#overview.place.offsetHeight;
    const isInSight = lane.y >= scrollTop && lane.y + lane.height <= scrollTop + room;
    if (!isInSight) this.#picture.scrollTop = lane.y + lane.height / 2 - room / 2;
  }

  /** Gives each task of a group its own lane, or folds them into one again. */
  #open({ name }: LaneGroup, isOpen: boolean): void {
    if (isOpen) this.#opened.add(name);
    else this.#opened.delete(name);
    this.#draw(this.#step);
    this.show(this.#step, this.#run.stateAt(this.#step));
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

  /** Draws the part around a step. Whatever is in both parts keeps its place on the screen. */
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
