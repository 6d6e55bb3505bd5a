import { showInside } from './show-inside.ts';

/**
 * Keeps the running line visible, or else the line of the innermost call: a listing that is taller than its place scrolls inside
 * it. If nothing runs, the listing stays where the reader put it.
 */
export function showCurrentLine(listing: HTMLElement | null): void {
  const line = listing?.querySelector('[data-mark="running"]') ?? listing?.querySelector('[data-mark="calling"]');
  showInside(listing, line ?? undefined);
}
