import { renderItems } from '../../engine/show/render-panel.ts';
import type { PanelList, RunPanel } from '../../engine/show/run-panel.ts';
import { placeMarkup } from './place-markup.ts';

/**
 * Writes the lists of a step into the panel. A list that is as it was stays untouched.
 *
 * @param before what the panel shows, if that is known
 */
export function showPanel(place: Element, panel: RunPanel, before?: RunPanel): void {
  for (const [index, list] of panel.entries()) {
    const known = before?.[index];
    if (known?.key === list.key && isSame(known, list)) continue;
    const entries = place.querySelector(`[data-list="${list.key}"] ol`);
    if (entries !== null) placeMarkup(entries, renderItems(list.items));
  }
}

function isSame({ items: one }: PanelList, { items: other }: PanelList): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, detail }, index) => name === other[index]?.name && detail === other[index].detail)
  );
}
