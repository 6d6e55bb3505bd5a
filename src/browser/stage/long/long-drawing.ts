import { drawStrips } from '../../../engine/timeline/draw-strips.ts';
import type { Geometry } from '../../../engine/timeline/geometry.ts';
import type { Run } from '../../../engine/trace/open-run.ts';
import type { RunState } from '../../../engine/trace/state/run-state.ts';
import { Playhead } from '../playhead.ts';
import { printStrips } from './print-strips.ts';
import { type Laid, RunWindow, type WindowPlace } from './run-window.ts';

/** Shows in the drawn part of a long run where the reader is. */
export class LongDrawing implements Pick<Playhead, 'show' | 'scrollTo' | 'stepAt'> {
  readonly #picture: Element;
  readonly #window: RunWindow;
  readonly #leaving = new AbortController();
  #playhead: Playhead;
  #step: number;

  constructor(place: WindowPlace, run: Run, laid: Laid) {
    this.#picture = place.picture;
    this.#step = run.steps.length;
    this.#window = new RunWindow(place, run, laid, () => {
      this.#playhead = new Playhead(this.#picture, this.#window.skeleton);
      this.show(this.#step, run.stateAt(this.#step));
      this.scrollTo(this.#step);
    });
    this.#playhead = new Playhead(this.#picture, this.#window.skeleton);
    printStrips(place.picture, () => drawStrips(this.geometry, place.id), this.#leaving.signal);
  }

  /** What is drawn. */
  get geometry(): Geometry {
    return this.#window.geometry;
  }

  show(step: number, state: RunState): void {
    const direction = step < this.#step ? -1 : 1;
    this.#step = step;
    if (this.#window.bring(step)) this.#playhead = new Playhead(this.#picture, this.#window.skeleton);
    this.#playhead.show(step, state);
    this.#window.show();
    this.#window.prepare(direction);
  }

  scrollTo(step: number): void {
    this.#window.keepPlace();
    this.#playhead.scrollTo(step);
    this.#showLane(step);
  }

  stepAt(x: number): number {
    return this.#playhead.stepAt(x);
  }

  close(): void {
    this.#window.close();
    this.#leaving.abort();
  }

  /** If there is no room for all lanes, the lane of the current step is made visible. */
  #showLane(step: number): void {
    const { marks, lanes } = this.#window.geometry;
    const lane = lanes[marks.find((mark) => mark.step === step)?.lane ?? -1];
    const { scrollTop, clientHeight, scrollHeight } = this.#picture;
    if (lane === undefined || scrollHeight <= clientHeight) return;
    // The overview stays above the lanes.
    const room = clientHeight - this.#window.overview.offsetHeight;
    const isInSight = lane.y >= scrollTop && lane.y + lane.height <= scrollTop + room;
    if (!isInSight) this.#picture.scrollTop = lane.y + lane.height / 2 - room / 2;
  }
}
