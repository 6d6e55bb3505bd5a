import type { Mutation } from './mutation.ts';
import { showMutations } from './show-mutations.ts';
import { timelineMutations } from './timeline-mutations.ts';
import { traceMutations } from './trace-mutations.ts';

/**
 * Rules of the way from a trace to what a reader sees of it: its states, steps, sentences, drawing, lists and cards. Each is noticed by
 * the quick unit tests beside the file, without CPython and without a browser.
 */
export const drawingMutations: readonly Mutation[] = [...timelineMutations, ...traceMutations, ...showMutations];
