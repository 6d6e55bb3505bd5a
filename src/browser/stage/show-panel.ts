import { renderItems } from '../../engine/show/render-panel.ts';
import type { PanelList, RunPanel } from '../../engine/show/run-panel.ts';
import { parseMarkup } from './place-markup.ts';

/**
 * Writes the lists of a step into the panel. Entries that stay are kept, both in a list that begins as before and in one whose
 * first entries are gone, like a queue: with many tasks there are hundreds of entries.
 *
 * @param before what the panel shows, if known
 */
export function showPanel(place: Element, panel: RunPanel, before?: RunPanel): void {
  for (const [index, { key, items }] of panel.entries()) {
    const known = before?.[index]?.key === key ? before[index].items : [];
    const entries = place.querySelector(`[data-list="${key}"] ol`);
    if (entries === null) continue;
    const gone = Math.max(
      0,
      known.findIndex((item) => isSame(item, items[0])),
    );
    let kept = 0;
    while (gone + kept < known.length && kept < items.length && isSame(known[gone + kept], items[kept])) kept += 1;
    if (gone === 0 && kept === items.length && kept === entries.children.length) continue;
    for (const [at, entry] of [...entries.children].entries()) if (at < gone || at >= gone + kept) entry.remove();
    entries.append(...parseMarkup(renderItems(items.slice(kept))));
  }
}

type Item = PanelList['items'][number];

const isSame = (one: Item | undefined, other: Item | undefined): boolean =>
  one?.name === other?.name && one?.detail === other?.detail;
