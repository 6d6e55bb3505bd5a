import { markRead } from './read-articles.ts';

/**
 * `<read-to-end data-slug="event-loop">` at the end of an article: when it becomes visible, the article counts as read in this
 * browser.
 */
export class ReadToEnd extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      markRead(this.dataset['slug'] ?? '');
      this.#observer?.disconnect();
    });
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

/** Registers the element; a second call does nothing. */
export function defineReadToEnd(): void {
  if (customElements.get('read-to-end') === undefined) customElements.define('read-to-end', ReadToEnd);
}
