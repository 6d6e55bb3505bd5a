import type { Names } from './name-parts.ts';

/** Returns a callback within a sentence: `the callback tick`. A lambda or an arrow function has no name. */
export function nameCallback(label: string, names: Names): string {
  return label === 'callback' ? 'a callback without a name' : `the callback ${names.label(label)}`;
}

/** Returns a timer within a sentence: `the timer sleep(2)`. */
export function nameTimer(label: string, names: Names): string {
  return label === 'callback' ? 'a timer' : `the timer ${names.label(label)}`;
}
