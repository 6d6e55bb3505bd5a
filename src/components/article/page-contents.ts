/** `<page-contents>` around links to the page's sections: marks the section that the reader is in. */
export class PageContents extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const sections = [...this.querySelectorAll<HTMLAnchorElement>('nav a')].flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading === null ? [] : [{ link, heading }];
    });
    const mark = (): void => {
      const limit = innerHeight * 0.3;
      const current = sections.findLast(({ heading }) => heading.getBoundingClientRect().top <= limit);
      for (const { link } of sections) {
        if (link === current?.link) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    };
    // A heading that crosses the line at 30 % of the window's height changes the section, in either direction.
    this.#observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px' });
    for (const { heading } of sections) this.#observer.observe(heading);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

/** Registers the element; a second call does nothing. */
export function definePageContents(): void {
  if (customElements.get('page-contents') === undefined) customElements.define('page-contents', PageContents);
}
