import type { Language } from '../../engine/trace/event/events.ts';
import { chooseLanguage, followLanguage, readLanguage } from '../language/reader-language.ts';
import type { Stage } from './stage.ts';

/** What a demo passes to the part that keeps it in the reader's language. */
type DemoParts = {
  readonly host: HTMLElement;
  /** The stage, if the reader has used the demo. */
  awake(): Promise<Stage> | undefined;
  wake(): Promise<Stage>;
  /** Tells the reader, at a visible place, why a run could not be loaded. */
  say(error: unknown, language: Language): void;
};

/**
 * How close to the visible part of the page a demo must be, in pixels, for its TypeScript run to be fetched for a reader of
 * TypeScript.
 */
const nearPx = 800;

/** Keeps a demo in the reader's language: its run, and which of its tabs is chosen. Styles alone show the right listing. */
export class DemoLanguage {
  readonly #parts: DemoParts;
  readonly #nearing: IntersectionObserver;

  constructor(parts: DemoParts, signal: AbortSignal) {
    this.#parts = parts;
    this.#nearing = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.turn();
      },
      { rootMargin: `${nearPx}px` },
    );
    signal.addEventListener('abort', () => this.#nearing.disconnect());
    followLanguage(() => this.#show(), signal);
    this.#show();
  }

  /** A choice made here becomes the reader's language everywhere, but this demo keeps its place on the screen. */
  async choose(shown: Language | 'both'): Promise<void> {
    const { host } = this.#parts;
    const before = host.getBoundingClientRect().top;
    host.toggleAttribute('data-beside', shown === 'both');
    if (shown !== 'both') chooseLanguage(shown);
    scrollBy({ top: host.getBoundingClientRect().top - before, behavior: 'instant' });
    await this.turn();
    await (await this.#parts.wake()).showBeside(shown === 'both');
  }

  /**
   * Shows the run of the program that the reader sees. If it cannot be loaded, the run of the other program stays, and the page
   * says so.
   */
  async turn(): Promise<void> {
    this.#nearing.disconnect();
    const language = readLanguage();
    try {
      await (await this.#parts.wake()).turnTo(language);
    } catch (error) {
      this.#parts.host.dataset['shows'] ??= 'python';
      this.#parts.say(error, language);
    }
  }

  /**
   * At once if the reader has used the demo, otherwise shortly before it becomes visible. The page already has the run in CPython.
   */
  #show(): void {
    const { host } = this.#parts;
    const language = readLanguage();
    const shown = host.hasAttribute('data-beside') ? 'both' : language;
    const tab = host.querySelector<HTMLInputElement>(`.tabs input[value="${shown}"]`);
    if (tab !== null) tab.checked = true;
    this.#nearing.disconnect();
    if (this.#parts.awake() !== undefined) void this.turn();
    else if (language !== 'python') this.#nearing.observe(host);
  }
}
