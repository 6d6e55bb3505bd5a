/**
 * Fetched at the first press: makes the panel around the page's field, and lets a button and a press beside its dialog close the
 * dialog. It works when it is loaded and exports nothing, because a call costs every page more bytes than an import.
 */
import { createElement } from './create-element.ts';
import { defineSearchPanel } from './search-panel.ts';

defineSearchPanel();
const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
dialog?.addEventListener('click', ({ target }) => {
  // A press on the backdrop counts as one on the dialog; a link to a place on this page does not navigate.
  if (target === dialog || (target instanceof Element && target.closest('a') !== null)) dialog.close();
});
const close = createElement('button', { type: 'button', class: 'search-close' }, 'Close');
close.addEventListener('click', () => dialog?.close());
dialog?.append(close);
