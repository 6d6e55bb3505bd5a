import { findNearest } from '../../engine/page/find-nearest.ts';

/** `<nearest-page>` around a list of links: shows the links whose address is close to the one the reader asked for. */
export class NearestPage extends HTMLElement {
  connectedCallback(): void {
    const items = new Map([...this.querySelectorAll('a')].map((link) => [link.pathname, link.closest('li')] as const));
    const near = findNearest(location.pathname, [...items.keys()]);
    if (near.length === 0) return;
    for (const [address, item] of items) if (item !== null) item.hidden = !near.includes(address);
    const list = this.querySelector('ul');
    for (const address of near) {
      const item = items.get(address);
      if (item) list?.append(item);
    }
    this.hidden = false;
  }
}

/** Registers the element; a second call does nothing. */
export function defineNearestPage(): void {
  if (customElements.get('nearest-page') === undefined) customElements.define('nearest-page', NearestPage);
}
