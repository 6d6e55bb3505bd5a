import type { Language, Trace } from '../../engine/trace/event/events.ts';
import type { Run } from '../../engine/trace/named-run.ts';
import type { MadeRun } from './cancel-here.ts';
import type { Drawing } from './show-run.ts';

/** What draws a run, and what the run was made from, which is undefined for a recorded one. */
type Origin = { readonly drawing: Drawing; readonly made: MadeRun | undefined };

/** What a stage knows about runs: which are the reader's own, what each was made from, and what draws it. */
export class KnownRuns {
  /** Draws recorded runs; fetched when another run than the page's is shown. */
  #drawing: Drawing | undefined;
  /** The reader's last run of each program that was changed or run here. */
  readonly #own = new Map<Language, Run>();
  /** For every run that was kept. */
  readonly #origins = new WeakMap<Trace, Origin>();

  /** The reader's own run of a program, which is shown instead of the recorded one. */
  ownOf(language: Language): Run | undefined {
    return this.#own.get(language);
  }

  /** Registers a run as the reader's own run of its program. */
  keep(run: Run, drawing: Drawing, made: MadeRun | undefined): void {
    this.#own.set(run.trace.language, run);
    this.#origins.set(run.trace, { drawing, made });
  }

  /** Returns to the recorded run of a program. */
  forget(language: Language): void {
    this.#own.delete(language);
  }

  /** What a run was made from; undefined for a recorded one. */
  madeOf(trace: Trace): MadeRun | undefined {
    return this.#origins.get(trace)?.made;
  }

  /** What draws a run; undefined if it still has to be fetched. */
  drawingOf(trace: Trace): Drawing | undefined {
    return this.#origins.get(trace)?.drawing ?? this.#drawing;
  }

  /** Returns what draws recorded runs. Rejects with a message for the reader if it cannot be loaded. */
  async fetchDrawing(): Promise<Drawing> {
    try {
      return (this.#drawing ??= await import('./show-run.ts'));
    } catch {
      throw new Error(notDrawn);
    }
  }
}

/** The message when a drawing cannot be loaded. */
export const notDrawn =
  'The drawing could not be loaded. Are you online? Press again to retry. Until then the page stays as it is.';
