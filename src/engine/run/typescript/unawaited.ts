import type { CoroutineWatcher } from '@yieldpoint/scheduler';
import { openObject } from './open-object.ts';
import { isProxy } from './watch-proxies.ts';

/** Tells of a coroutine that was made and not awaited: which function's, and the line that made it or let it go. */
export type TellUnawaited = (message: string, line: number | undefined) => void;

/**
 * Keeps account of the coroutine objects of a run. CPython warns of one that nobody awaited when it collects it; here that is known
 * of a call whose value nobody takes, at once, and of all others at the end of the run.
 */
export class Unawaited implements CoroutineWatcher {
  readonly #open = new Map<object, number | undefined>();
  readonly #begun = new WeakSet();
  readonly #findLine: () => number | undefined;
  readonly #tell: TellUnawaited;

  constructor(findLine: () => number | undefined, tell: TellUnawaited) {
    this.#findLine = findLine;
    this.#tell = tell;
  }

  readonly made = (coroutine: object): void => {
    this.#open.set(coroutine, this.#findLine());
  };

  readonly begun = (coroutine: object): void => {
    this.#open.delete(coroutine);
    this.#begun.add(coroutine);
  };

  /** A task has it, and a task that is left pending is told of itself. */
  readonly driven = (coroutine: object): void => {
    this.#open.delete(coroutine);
  };

  /** The value of a call that is a statement of its own. Of generators CPython says nothing, and so does this. */
  dropped(value: unknown, line: number): void {
    if (typeof value !== 'object' || value === null || this.#begun.has(value) || !isCoroutine(value)) return;
    this.begun(value);
    this.#tell(describeUnawaited(value), line);
  }

  /** The run is over. */
  tellAll(): void {
    for (const [coroutine, line] of this.#open) this.#tell(describeUnawaited(coroutine), line);
    this.#open.clear();
  }
}

function describeUnawaited(coroutine: object): string {
  return `coroutine '${nameOf(coroutine)}' was never awaited`;
}

/** The name of its function, read without running any code of the program. */
function nameOf(coroutine: object): string {
  return openObject(coroutine).label ?? 'coroutine';
}

function isCoroutine(value: object): boolean {
  return !isProxy(value) && openObject(value).form === 'coroutine';
}
