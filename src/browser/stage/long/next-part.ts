import type { DrawnPart } from './draw-part.ts';
import { workWhenIdle } from './work-when-idle.ts';

/** Draws parts of a long run: the one that the reader reaches next by stepping is drawn ahead, while the page is idle. */
export class NextPart {
  readonly #draw: (step: number) => Generator<void, DrawnPart>;
  #step: number | undefined;
  #work: Generator<void, void> | undefined;
  #drawn: DrawnPart | undefined;
  #stop = (): void => undefined;

  /** @param draw draws the part around a step, in turns of a few milliseconds */
  constructor(draw: (step: number) => Generator<void, DrawnPart>) {
    this.#draw = draw;
  }

  /** Draws the part around a step while the page is idle. Any other part is dropped. */
  prepare(step: number): void {
    if (step === this.#step) return;
    this.forget();
    this.#stop = workWhenIdle(this.#begin(step));
  }

  /** Returns the part around a step, after drawing what is missing of it. */
  take(step: number): DrawnPart {
    this.#stop();
    if (step !== this.#step) this.#begin(step);
    while (this.#work?.next().done === false);
    const drawn = this.#drawn;
    this.forget();
    if (drawn === undefined) throw new Error(`Expected the part around step ${step} to be drawn, but it is not.`);
    return drawn;
  }

  forget(): void {
    this.#stop();
    this.#step = this.#work = this.#drawn = undefined;
  }

  #begin(step: number): Generator<void, void> {
    this.#step = step;
    this.#drawn = undefined;
    return (this.#work = this.#keep(this.#draw(step)));
  }

  *#keep(work: Generator<void, DrawnPart>): Generator<void, void> {
    this.#drawn = yield* work;
  }
}
