import { createElement } from './create-element.ts';
import { defineSearchPanel } from './search-panel.ts';

let dialog: HTMLDialogElement | undefined;

/** Shows the search dialog; `link` has the addresses of the index and the site's base, and gets the focus back. */
export function openSearch(link: HTMLAnchorElement): void {
  dialog ??= makeDialog(link);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function makeDialog({ dataset }: HTMLAnchorElement): HTMLDialogElement {
  defineSearchPanel();
  const panel = createElement('search-panel', {});
  Object.assign(panel.dataset, { sections: dataset['sections'], base: dataset['base'] });
  const close = createElement('button', { type: 'button', class: 'search-close' }, 'Close');
  const made = createElement('dialog', { class: 'search-dialog', 'aria-label': 'Search' }, panel, close);
  close.addEventListener('click', () => made.close());
  made.addEventListener('click', ({ target }) => {
    // A press on the backdrop counts as one on the dialog; a link to a place on this page does not navigate.
    if (target === made || (target instanceof Element && target.closest('a') !== null)) made.close();
  });
  document.body.append(made);
  return made;
}
