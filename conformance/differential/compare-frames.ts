import { compareTraces } from '../../src/engine/trace/compare/compare-traces.ts';
import { compareVariables } from '../../src/engine/trace/compare/compare-variables.ts';
import type { Trace, TraceEvent } from '../../src/engine/trace/event/events.ts';

/** The first thing in which the frames of two recorded runs differ, in words. */
export type FrameDifference = {
  readonly what: 'frames' | 'variables';
  readonly expected: string;
  readonly got: string;
};

/**
 * Returns the first difference in how control passes between the frames of two runs, else in what these keep while they are suspended.
 *
 * A run of hundreds of thousands of events tells no more of its frames when there is no more room for them, which is after another number
 * of moves in each language. Then the moves are compared as far as both tell them, and variables are not: they belong to the suspensions of
 * whole frames.
 */
export function compareFrames(expected: Trace, got: Trace): FrameDifference | undefined {
  const isWhole = [expected, got].every(({ events }) => !events.some(endsFrames));
  const moves = compareTraces(expected, got, ['frames']);
  const isEnd = moves !== null && (moves.left.seq === null || moves.right.seq === null);
  if (moves !== null && (isWhole || !isEnd))
    return { what: 'frames', expected: moves.left.words, got: moves.right.words };
  if (!isWhole) return undefined;
  const variables = compareVariables(expected, got);
  if (variables === null) return undefined;
  const place = `${variables.frame}, suspension ${variables.suspension}: ${variables.name}`;
  return { what: 'variables', expected: `${place} ${variables.left}`, got: `${place} ${variables.right}` };
}

const endsFrames = (event: TraceEvent): boolean => event.kind === 'thinned' && event.what === 'frames';
