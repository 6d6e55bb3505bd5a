import { estimateMemory } from './estimate-memory.ts';

/** The limit of memory, and the clock that keeps looking for it from taking much time. */
export type MemoryLimit = {
  /** In bytes. */
  readonly most: number;
  /** Real time in milliseconds. */
  readonly now: () => number;
};

/** Where a program was when its memory was full: the line, and the variable that holds most. */
export type FullMemory = { readonly line: number; readonly variable?: string };

/** The frame that runs: its line, and the variables that it sees. */
export type HoldingFrame = {
  readonly currentLine: number;
  listVisible(): Iterable<readonly [string, unknown]>;
};

/** The first milliseconds of a run, in which no engine can fill its memory, and the shortest time between two looks. */
const firstMs = 30;
const leastMs = 10;
/** A look may take this share of the time of a run. */
const share = 1 / 16;

/** Looks now and then how much memory the variables of a program hold. */
export class MemoryWatch {
  readonly #limit: MemoryLimit;
  #next: number;

  constructor(limit: MemoryLimit) {
    this.#limit = limit;
    this.#next = limit.now() + firstMs;
  }

  /** Returns where the program is if its memory is full; undefined if it is not, or if it is too early to look again. */
  look(frames: () => Iterable<HoldingFrame>): FullMemory | undefined {
    const { most, now } = this.#limit;
    const begun = now();
    if (begun < this.#next) return undefined;
    const full = find(frames(), most);
    const ended = now();
    this.#next = ended + Math.max(leastMs, (ended - begun) / share);
    return full;
  }
}

function find(frames: Iterable<HoldingFrame>, most: number): FullMemory | undefined {
  let line: number | undefined;
  const variables = function* (): Generator<readonly [string, unknown]> {
    for (const frame of frames) {
      line ??= frame.currentLine;
      yield* frame.listVisible();
    }
  };
  try {
    const { bytes, largest } = estimateMemory(variables(), most);
    if (bytes <= most || line === undefined) return undefined;
    return { line, ...(largest === undefined ? {} : { variable: largest }) };
  } catch {
    // Too little room on the stack, or a program has replaced what this uses.
    return undefined;
  }
}
