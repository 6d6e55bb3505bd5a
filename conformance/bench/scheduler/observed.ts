import { createWorks } from './scheduler.ts';
import type { Works } from './work.ts';

/** The scheduler with an observer that does nothing. */
export const works: Works = createWorks({ observer: () => undefined });
