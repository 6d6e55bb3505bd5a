import { worksWith } from './scheduler.ts';
import type { Works } from './work.ts';

/** The scheduler with an observer that does nothing. */
export const works: Works = worksWith({ observer: () => undefined });
