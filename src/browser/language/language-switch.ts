import { chooseLanguage, followLanguage, readLanguage } from './reader-language.ts';

/**
 * `<language-switch>` around two radio buttons, `python` and `typescript`: the reader's language for every program of the site.
 * Styles decide which one looks chosen, so that is right from the first paint; this element updates the radio buttons themselves.
 */
export class LanguageSwitch extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#show();
    followLanguage(() => this.#show(), signal);
    this.addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLInputElement) chooseLanguage(target.value === 'typescript' ? 'typescript' : 'python');
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #show(): void {
    const input = this.querySelector<HTMLInputElement>(`input[value="${readLanguage()}"]`);
    if (input !== null) input.checked = true;
  }
}

/** Registers the element; a second call does nothing. */
export function defineLanguageSwitch(): void {
  if (customElements.get('language-switch') === undefined) customElements.define('language-switch', LanguageSwitch);
}
