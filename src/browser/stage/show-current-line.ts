import { showInside } from './show-inside.ts';

/**
 * Keeps the line in sight that runs, or else the innermost that has called: a listing that is higher than its place scrolls within itself.
 * Where nothing runs it stays as the reader has it.
 */
export function showCurrentLine(listing: HTMLElement | null): void {
  const line = listing?.querySelector('[data-mark="running"]') ?? listing?.querySelector('[data-mark="calling"]');
  showInside(listing, line ?? undefined);
}
