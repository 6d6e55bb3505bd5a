import type { ProgramEvent } from './program-event.ts';

type LineEvent = Extract<ProgramEvent, { kind: 'line' }>;

/** How many lines in a row are recorded with nothing else between them; a longer row is an idle loop. */
const linesInARow = 200;

/**
 * The share of the room for events up to which lines are recorded, and frames. The loop's decisions and output may use all of it.
 */
const shareOfLines = 0.2;
const shareOfFrames = 0.4;

/** Omitted events are counted too: after this many times the room for events, the run has gone too far, whatever its clock says. */
const mostLeftOut = 100;

/**
 * Decides what the record of a long run omits, so that the run can reach its end:
 *
 *   lines of a loop that does nothing but go round, but for the first and the last
 *   all lines, once a fifth of the room is used
 *   all that frames do, once two fifths are used
 *
 * Each time an event says so.
 */
export class Thinning {
  readonly #most: number;
  readonly #linesUntil: number;
  readonly #framesUntil: number;
  #inARow = 0;
  #skipped = 0;
  #lastSkipped: LineEvent | undefined;
  #leftOut = 0;
  /** How many were omitted since all lines, or all frames, are omitted; undefined before that. */
  #lines: number | undefined;
  #frames: number | undefined;

  constructor(maxEvents: number) {
    this.#most = maxEvents * mostLeftOut;
    this.#linesUntil = Math.floor(maxEvents * shareOfLines);
    this.#framesUntil = Math.floor(maxEvents * shareOfFrames);
  }

  /** Whether more was omitted than any useful run omits. */
  get isEndless(): boolean {
    return this.#leftOut > this.#most;
  }

  /**
   * Returns what is recorded for an event.
   *
   * @param length how many events there are
   */
  pass(event: ProgramEvent, length: number): readonly ProgramEvent[] {
    if (!isOfFrames(event)) return [...this.flush(), event];
    if (this.#frames !== undefined) {
      this.#frames++;
      this.#leftOut++;
      return [];
    }
    if (length >= this.#framesUntil) {
      this.#frames = 1;
      return [...this.flush(), { kind: 'thinned', what: 'frames' }];
    }
    if (event.kind !== 'line') return [...this.flush(), event];
    if (this.#lines !== undefined) {
      this.#lines++;
      this.#leftOut++;
      return [];
    }
    if (length >= this.#linesUntil) {
      this.#lines = 1;
      return [...this.flush(), { kind: 'thinned', what: 'lines' }];
    }
    this.#inARow++;
    if (this.#inARow <= linesInARow) return [event];
    this.#skipped++;
    this.#leftOut++;
    this.#lastSkipped = event;
    return [];
  }

  /** Returns what is recorded because something other than a line happens: how many lines were skipped, and where they led. */
  flush(): readonly ProgramEvent[] {
    this.#inARow = 0;
    const [skipped, last] = [this.#skipped, this.#lastSkipped];
    if (last === undefined) return none;
    this.#skipped = 0;
    this.#lastSkipped = undefined;
    return skipped === 1 ? [last] : [{ kind: 'thinned', what: 'lines', count: skipped - 1 }, last];
  }

  /** Returns what is recorded at the end of the run. */
  finish(): readonly ProgramEvent[] {
    const ends = [...this.flush()];
    if (this.#lines !== undefined) ends.push({ kind: 'thinned', what: 'lines', count: this.#lines });
    if (this.#frames !== undefined) ends.push({ kind: 'thinned', what: 'frames', count: this.#frames });
    return ends;
  }
}

const none: readonly ProgramEvent[] = [];

const frameKinds: ReadonlySet<string> = new Set([
  'line',
  'frame-created',
  'frame-resumed',
  'frame-suspended',
  'frame-left',
] satisfies ProgramEvent['kind'][]);

function isOfFrames(event: ProgramEvent): boolean {
  return frameKinds.has(event.kind);
}
