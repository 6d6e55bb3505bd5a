import type { countRows, PanelList, RunPanel } from '../../engine/show/run-panel.ts';

/**
 * Writes the lists of a step into the panel: what the build has rendered, or lists of its own where the run is of another kind. A list
 * that is as it was stays untouched.
 *
 * @param before what the panel shows, if that is known
 */
export function showPanel(place: Element, panel: RunPanel, before?: RunPanel): void {
  for (const [index, list] of panel.entries()) {
    const known = before?.[index];
    if (known?.key === list.key && isSame(known, list)) continue;
    place.querySelector(`[data-list="${list.key}"] ol`)?.replaceChildren(...list.items.map(makeItem));
  }
}

/** Makes the panel's lists anew, empty, each with room for `rows` entries. */
export function layOutPanel(place: HTMLElement, panel: RunPanel, rows: ReturnType<typeof countRows>): void {
  place.replaceChildren(
    ...panel.map(({ key, heading, empty }) => {
      const [list, title, entries] = [
        document.createElement('div'),
        document.createElement('p'),
        document.createElement('ol'),
      ];
      list.dataset['list'] = key;
      list.dataset['rows'] = String(rows[key] ?? 1);
      title.className = 'heading';
      title.textContent = heading;
      entries.dataset['empty'] = empty;
      list.append(title, entries);
      return list;
    }),
  );
}

function isSame({ items: one }: PanelList, { items: other }: PanelList): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, detail }, index) => name === other[index]?.name && detail === other[index].detail)
  );
}

function makeItem({ name, detail }: PanelList['items'][number]): HTMLElement {
  const item = document.createElement('li');
  const strong = document.createElement('b');
  strong.textContent = name;
  item.append(strong);
  if (detail !== undefined) {
    const span = document.createElement('span');
    span.textContent = detail;
    item.append(' ', span);
  }
  return item;
}
