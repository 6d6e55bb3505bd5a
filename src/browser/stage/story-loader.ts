import type { Run } from '../../engine/trace/named-run.ts';
import type { VariablePopover } from './variable-popover.ts';

/**
 * Fetches the part that shows the story of a variable, at the first step. The variables are on their cards before that part has arrived, so
 * a press on one meanwhile is carried out when it has.
 */
export class StoryLoader {
  readonly #host: HTMLElement;
  #loading: Promise<VariablePopover | undefined> | undefined;
  /** What to show once it has loaded. */
  #shown: { readonly run: Run; readonly step: number } | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** From now on the stories are of this run at this step. */
  async show(run: Run, step: number): Promise<void> {
    this.#shown = { run, step };
    const story = await (this.#loading ??= this.#load());
    story?.show(this.#shown.run, this.#shown.step);
  }

  /** Undefined if it cannot be fetched, for example without a network: then the cards still have the variables. */
  async #load(): Promise<VariablePopover | undefined> {
    let pressed: MouseEvent | undefined;
    const listening = new AbortController();
    this.#host.addEventListener('click', (event) => (pressed = event), listening);
    try {
      const { VariablePopover } = await import('./variable-popover.ts');
      const story = new VariablePopover(this.#host);
      if (this.#shown !== undefined) story.show(this.#shown.run, this.#shown.step);
      if (pressed !== undefined) story.press(pressed);
      return story;
    } catch {
      // Not kept, so that the next step tries again.
      this.#loading = undefined;
      return undefined;
    } finally {
      listening.abort();
    }
  }
}
