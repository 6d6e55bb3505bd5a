import type { Language, Trace } from '../../engine/trace/event/events.ts';
import type { Run } from '../../engine/trace/named-run.ts';
import type { MadeRun } from './cancel-here.ts';
import type { Drawing } from './show-run.ts';

/** What draws a run, and what it was made from; undefined of a recorded one. */
type Origin = { readonly drawing: Drawing; readonly made: MadeRun | undefined };

/** What a stage knows of runs: which are the reader's own, what each was made from, and what draws it. */
export class KnownRuns {
  /** Draws recorded runs: fetched when another run than the page's is to be shown. */
  #drawing: Drawing | undefined;
  /** The last run of each program that the reader has changed or run here. */
  readonly #own = new Map<Language, Run>();
  /** Of every run that was kept. */
  readonly #origins = new WeakMap<Trace, Origin>();

  /** The reader's own run of a program, which is shown in the place of the recorded one. */
  ownOf(language: Language): Run | undefined {
    return this.#own.get(language);
  }

  /** Takes a run as the reader's own of its program. */
  keep(run: Run, drawing: Drawing, made: MadeRun | undefined): void {
    this.#own.set(run.trace.language, run);
    this.#origins.set(run.trace, { drawing, made });
  }

  /** Goes back to the recorded run of a program. */
  forget(language: Language): void {
    this.#own.delete(language);
  }

  /** What a run was made from; undefined of a recorded one. */
  madeOf(trace: Trace): MadeRun | undefined {
    return this.#origins.get(trace)?.made;
  }

  /** What draws a run; undefined where it is still to be fetched. */
  drawingOf(trace: Trace): Drawing | undefined {
    return this.#origins.get(trace)?.drawing ?? this.#drawing;
  }

  /** Returns what draws recorded runs. It rejects, in words for the reader, where it cannot be had. */
  async fetchDrawing(): Promise<Drawing> {
    try {
      return (this.#drawing ??= await import('./show-run.ts'));
    } catch {
      throw new Error(notDrawn);
    }
  }
}

/** What is said where a drawing cannot be had. */
export const notDrawn =
  'What draws this could not be loaded. Is there a network? Press again to try once more. Until then the page stays as it is.';
