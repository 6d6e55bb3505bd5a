import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { countRows, PanelList, RunPanel } from './run-panel.ts';

/**
 * Returns the lists beside a drawing as HTML.
 *
 * @param rows how many entries each list has at most: a list that never has any is left out
 */
export function renderPanel(panel: RunPanel, rows: ReturnType<typeof countRows>): string {
  return panel
    .filter(({ key }) => (rows[key] ?? 0) > 0)
    .map(
      ({ key, heading, items }) =>
        `<div data-list="${key}"><p class="heading">${escapeMarkup(heading)}</p><ol>${renderItems(items)}</ol></div>`,
    )
    .join('');
}

/** The entries of one list. */
export function renderItems(items: PanelList['items']): string {
  return items
    .map(({ name, detail }) => {
      const more = detail === undefined ? '' : ` <span>${escapeMarkup(detail)}</span>`;
      return `<li><b>${escapeMarkup(name)}</b>${more}</li>`;
    })
    .join('');
}
