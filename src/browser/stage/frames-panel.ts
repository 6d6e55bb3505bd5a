import { type CardMarkup, type FrameListKey, renderCards } from '../../engine/show/render-frames.ts';
import type { Run } from '../../engine/trace/open-run.ts';
import { placeChildren } from './place-children.ts';
import { parseMarkup } from './place-markup.ts';

/**
 * Shows the frames of each step in the elements in which the build rendered those of the last step. Only changed cards are written.
 */
export class FramesPanel {
  readonly #place: Element | null;
  readonly #name: string;
  readonly #shown: Record<FrameListKey, readonly CardMarkup[]> = { stack: [], suspended: [] };

  /** @param name what the addresses of the demo's lines begin with */
  constructor(place: Element | null, name: string) {
    this.#place = place;
    this.#name = name;
  }

  show(run: Run, step: number): void {
    const cards = renderCards(run, step, { name: this.#name, live: true });
    for (const key of ['stack', 'suspended'] as const) {
      const list = this.#place?.querySelector(`[data-frames="${key}"] ol`);
      if (list) placeCards(list, cards[key], this.#shown[key]);
      this.#shown[key] = cards[key];
    }
  }
}

function placeCards(list: Element, cards: readonly CardMarkup[], before: readonly CardMarkup[]): void {
  const focused = list.contains(document.activeElement) ? readPlace(document.activeElement) : undefined;
  const elements = [...list.children];
  const known = new Map(before.map((card, at) => [card.key, { html: card.html, element: elements[at] }]));
  const changed = cards.filter(({ key, html }) => {
    const own = known.get(key);
    return own?.element === undefined || own.html !== html;
  });
  const written = parseMarkup(changed.map(({ html }) => html).join(''));
  const rewritten = new Map(changed.map(({ key }, at) => [key, written[at]]));
  const placed = cards.flatMap(({ key }): readonly Element[] => {
    const [old, element] = [known.get(key)?.element, rewritten.get(key)];
    if (element !== undefined && old !== undefined) keepOpen(old, element);
    const own = element ?? old;
    return own === undefined ? [] : [own];
  });
  placeChildren(list, placed);
  if (focused !== undefined && !list.contains(document.activeElement)) {
    list.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  }
}

/** A value that the reader has opened stays open. */
function keepOpen(from: Element, to: Element): void {
  for (const open of from.querySelectorAll('details[open]')) {
    const row = open.closest('dl > div');
    const name = row?.querySelector('[data-variable]')?.getAttribute('data-variable');
    to.querySelector(`[data-variable="${CSS.escape(name ?? '')}"]`)
      ?.closest('dl > div')
      ?.querySelector('details')
      ?.setAttribute('open', '');
  }
}

/** How to find the focused element again after its card has been written. */
function readPlace(element: Element | null): string | undefined {
  const card = element?.closest('[data-card]')?.getAttribute('data-card');
  if (card === null || card === undefined) return undefined;
  const variable = element?.closest('dl > div')?.querySelector('[data-variable]')?.getAttribute('data-variable');
  if (variable === null || variable === undefined) return `[data-card="${card}"] a`;
  const row = `[data-card="${card}"] [data-variable="${CSS.escape(variable)}"]`;
  return element?.matches('summary') === true
    ? `[data-card="${card}"] div:has(${row.split(' ')[1] ?? ''}) summary`
    : row;
}
