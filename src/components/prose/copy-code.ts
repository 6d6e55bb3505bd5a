/** How long a button says that it has copied. */
const saidMs = 2000;

/**
 * Puts a copy button on every listing of the page, and makes every `[data-copy]` button copy its own listing. A second call does
 * nothing.
 */
export function offerCopies(): void {
  if (document.documentElement.dataset['copies'] !== undefined) return;
  document.documentElement.dataset['copies'] = '';
  for (const listing of document.querySelectorAll<HTMLElement>('main pre.code')) {
    if (listing.closest('.program') === null) addButton(listing);
  }
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    const listing = button?.closest('.program, .copied')?.querySelector('pre.code');
    if (button && listing) void copy(listing.textContent, button);
  });
}

/** The button covers the listing's corner, so that nothing moves when it appears. */
function addButton(listing: HTMLElement): void {
  const place = document.createElement('div');
  place.className = 'copied';
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['copy'] = '';
  button.textContent = 'Copy';
  listing.replaceWith(place);
  place.append(listing, button);
}

async function copy(text: string, button: HTMLElement): Promise<void> {
  const said = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Not allowed',
  );
  button.textContent = said;
  liveRegion().textContent = said;
  setTimeout(() => {
    button.textContent = 'Copy';
    liveRegion().textContent = '';
  }, saidMs);
}

function liveRegion(): HTMLElement {
  const found = document.querySelector<HTMLElement>('#copied');
  if (found !== null) return found;
  const region = document.createElement('p');
  region.id = 'copied';
  region.className = 'visually-hidden';
  region.role = 'status';
  document.body.append(region);
  return region;
}
