import { findLinkedStep } from './player.ts';
import { readAction } from './read-action.ts';
import type { Stage } from './stage.ts';

/**
 * `<demo-stage data-name="think">`: wakes a drawn run. All of the demo stands in the page as HTML; this element only listens,
 * and fetches the stage itself when the reader reaches for the controls.
 */
class DemoStage extends HTMLElement {
  #stage: Promise<Stage> | undefined;
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of ['click', 'input', 'change', 'keydown'] as const) {
      this.addEventListener(type, (event) => this.#act(event), { signal });
    }
    for (const type of ['pointerenter', 'focusin'] as const) {
      this.addEventListener(type, () => void this.#wake(), { signal, once: true });
    }
    addEventListener('hashchange', () => this.#follow(), { signal });
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    void this.#stage?.then((stage) => stage.sleep());
  }

  #act(event: Event): void {
    const action = readAction(event);
    if (action === undefined) return;
    event.preventDefault();
    void this.#wake().then((stage) => stage.act(action));
  }

  /** Goes to the step that the address names, if it names one of this demo. */
  #follow(): void {
    const step = findLinkedStep(location.hash, this.dataset['name'] ?? '');
    if (step === undefined) return;
    void this.#wake().then((stage) => {
      stage.act({ kind: 'jump', step });
      this.scrollIntoView({ block: 'nearest' });
    });
  }

  #wake(): Promise<Stage> {
    return (this.#stage ??= import('./stage.ts').then(({ Stage }) => new Stage(this)));
  }
}

/** Registers the element; a second call does nothing. */
export function defineDemoStage(): void {
  if (customElements.get('demo-stage') === undefined) customElements.define('demo-stage', DemoStage);
}
