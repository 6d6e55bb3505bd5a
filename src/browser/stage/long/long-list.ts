import { parseMarkup } from '../place-markup.ts';

type Source = {
  /** The name of its entries: `lines`. */
  readonly what: string;
  readonly count: number;
  /** Returns the entries from one number to another as HTML list items. */
  readonly render: (part: readonly [from: number, to: number]) => string;
};

/** How many entries the page holds on either side of the current one, and how many a press on "more" adds. */
const around = 100;

/** A list that is too long for the page. It holds the entries around the current one, with buttons for earlier and later ones. */
export class LongList {
  readonly place: Element;
  readonly #source: Source;
  readonly #earlier: HTMLElement;
  readonly #later: HTMLElement;
  /** Its entries, starting with number `#from`. */
  #items: Element[] = [];
  #from = 0;

  constructor(place: Element, source: Source) {
    this.place = place;
    this.#source = source;
    this.#earlier = this.#createMore(() => this.#grow(-1));
    this.#later = this.#createMore(() => this.#grow(1));
    place.replaceChildren();
  }

  /** The range of entries that the page holds, by number from 0. */
  get items(): readonly (readonly [at: number, item: Element])[] {
    return this.#items.map((item, index) => [this.#from + index, item]);
  }

  find(at: number): Element | undefined {
    return this.#items[at - this.#from];
  }

  /** Makes sure that the page holds an entry. */
  show(at: number): void {
    if (this.#source.count === 0 || this.find(at) !== undefined) return;
    this.#from = Math.max(0, at - around);
    this.#items = this.#render(this.#from, at + around);
    this.#place();
  }

  #grow(direction: -1 | 1): void {
    const to = this.#from + this.#items.length;
    if (direction === 1) this.#items.push(...this.#render(to, to + 2 * around));
    else {
      const from = Math.max(0, this.#from - 2 * around);
      this.#items.unshift(...this.#render(from, this.#from));
      this.#from = from;
    }
    this.#place();
  }

  #render(from: number, to: number): Element[] {
    const items = parseMarkup(this.#source.render([from, Math.min(to, this.#source.count)]));
    return [...items];
  }

  #place(): void {
    const { count, what } = this.#source;
    const before = this.#from;
    const after = count - before - this.#items.length;
    this.#earlier.replaceChildren(`Earlier ${what}, ${before.toLocaleString('en')} of them`);
    this.#later.replaceChildren(`Later ${what}, ${after.toLocaleString('en')} of them`);
    this.#items[0]?.setAttribute('value', String(before + 1));
    this.place.replaceChildren(
      ...(before > 0 ? [this.#earlier.parentElement ?? ''] : []),
      ...this.#items,
      ...(after > 0 ? [this.#later.parentElement ?? ''] : []),
    );
  }

  #createMore(press: () => void): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', press);
    const item = document.createElement('li');
    item.className = 'more';
    item.append(button);
    return button;
  }
}
