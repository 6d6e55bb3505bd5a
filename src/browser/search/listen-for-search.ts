/** Opens search as a dialog on the key `/` and on a plain press of the header's link. Nothing is fetched before. */
export function listenForSearch(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
  if (link === null) return;
  const open = (event: Event): void => {
    event.preventDefault();
    const here = document.querySelector<HTMLInputElement>('main search-panel input');
    if (here !== null) {
      here.select();
      return;
    }
    void import('./open-search.ts').then(
      ({ openSearch }) => openSearch(link),
      () => location.assign(link.href),
    );
  };
  link.addEventListener('click', (event) => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) open(event);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)))
      return;
    open(event);
  });
}
