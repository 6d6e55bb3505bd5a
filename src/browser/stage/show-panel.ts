import { renderItems } from '../../engine/show/render-panel.ts';
import type { PanelList, RunPanel } from '../../engine/show/run-panel.ts';
import { alignLists } from './align-lists.ts';
import { parseMarkup } from './place-markup.ts';

/**
 * Writes the lists of a step into the panel. Entries that stay are kept, both in a list that begins as before and in one that has lost
 * entries near its beginning, like a queue: with many tasks there are hundreds of entries.
 *
 * @param before what the panel shows, if known
 */
export function showPanel(place: Element, panel: RunPanel, before?: RunPanel): void {
  for (const [index, { key, items }] of panel.entries()) {
    const known = before?.[index]?.key === key ? before[index].items : [];
    const entries = place.querySelector(`[data-list="${key}"] ol`);
    if (entries === null) continue;
    const { same, gone, kept } = alignLists(known, items, isSame);
    if (gone === 0 && kept === 0 && same === items.length && same === entries.children.length) continue;
    const stays = (at: number): boolean => at < same || (at >= same + gone && at < same + gone + kept);
    for (const [at, entry] of [...entries.children].entries()) if (!stays(at)) entry.remove();
    entries.append(...parseMarkup(renderItems(items.slice(same + kept))));
  }
}

type Item = PanelList['items'][number];

const isSame = (one: Item, other: Item): boolean => one.name === other.name && one.detail === other.detail;
