import type { CoroutineWatcher } from '@yieldpoint/scheduler';
import { openObject } from './open-object.ts';
import { isProxy } from './watch-proxies.ts';

/** Reports a coroutine that was made and not awaited: which function's, and the line that made or dropped it. */
export type TellUnawaited = (message: string, line: number | undefined) => void;

/**
 * Keeps track of the coroutine objects of a run. CPython warns about one that was never awaited when it collects it. Here the
 * warning comes at once for a call whose value is dropped, and at the end of the run for all others.
 */
export class Unawaited implements CoroutineWatcher {
  readonly #open = new Map<object, number | undefined>();
  readonly #begun = new WeakSet();
  #hasTold = false;
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

  /** A task has it. A task that stays pending is reported itself. */
  readonly driven = (coroutine: object): void => {
    this.#open.delete(coroutine);
  };

  /** The value of a call that is its own statement. CPython says nothing about generators, and neither does this. */
  dropped(value: unknown, line: number): void {
    if (typeof value !== 'object' || value === null || this.#begun.has(value) || !isCoroutine(value)) return;
    this.begun(value);
    this.#say(value, line);
  }

  /** Whether there was one. */
  get hasTold(): boolean {
    return this.#hasTold;
  }

  #say(coroutine: object, line: number | undefined): void {
    this.#hasTold = true;
    this.#tell(describeUnawaited(coroutine), line);
  }

  /** The run is over. */
  tellAll(): void {
    for (const [coroutine, line] of this.#open) this.#say(coroutine, line);
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
