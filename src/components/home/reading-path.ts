import { forgetRead, readArticles } from '../article/read-articles.ts';

/** `<reading-path>`: marks what the reader has read to the end, and lets the reader clear that. */
export class ReadingPath extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.querySelector('.kept button')?.addEventListener('click', () => this.#forget(), { signal });
    // A page restored from the back/forward cache shows what was read since.
    addEventListener('pageshow', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #show(): void {
    const read = readArticles();
    const items = [...this.querySelectorAll<HTMLElement>('li[data-slug]')];
    let count = 0;
    for (const item of items) {
      const isRead = read.has(item.dataset['slug'] ?? '');
      item.toggleAttribute('data-read', isRead);
      if (isRead) count++;
    }
    const kept = this.querySelector<HTMLElement>('.kept');
    const text = kept?.querySelector('span');
    if (!kept || !text) return;
    kept.hidden = count === 0;
    text.textContent = `${count} of ${items.length} read. Only this browser knows.`;
  }

  #forget(): void {
    forgetRead();
    this.#show();
    this.querySelector<HTMLElement>('a')?.focus();
  }
}

/** Registers the element; a second call does nothing. */
export function defineReadingPath(): void {
  if (customElements.get('reading-path') === undefined) customElements.define('reading-path', ReadingPath);
}
