/**
 * Opens search on the key `/` and on a plain press of the header's link: the dialog in the page, or the search page's own field. Nothing
 * is fetched before. What the reader types before the code of the panel has arrived stays in the field, and its last key in `data-key`.
 */
export function listenForSearch(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
  const field = document.querySelector<HTMLInputElement>('#search-field');
  if (link === null || field === null) return;
  const open = (event: Event): void => {
    event.preventDefault();
    field.closest('dialog')?.showModal();
    field.select();
    void import('./start-search.ts').catch(() => location.assign(`${link.href}?q=${encodeURIComponent(field.value)}`));
  };
  link.addEventListener('click', (event) => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) open(event);
  });
  document.addEventListener('keydown', (event) => {
    const [target] = event.composedPath();
    if (target === field) field.dataset['key'] = event.key;
    if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)))
      return;
    open(event);
  });
}
