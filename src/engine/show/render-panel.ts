import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { PanelList, RunPanel } from './run-panel.ts';

/**
 * Returns the lists beside a drawing as HTML.
 *
 * @param filled the lists that have an entry at any step of the run; the others are left out
 */
export function renderPanel(panel: RunPanel, filled: ReadonlySet<PanelList['key']>): string {
  return panel
    .filter(({ key }) => filled.has(key))
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
