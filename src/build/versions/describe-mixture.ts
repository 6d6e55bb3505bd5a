import type { VersionResults } from '../schemas/snippet.ts';

/**
 * Why results may not be stored among those of a Python: the others are of another release of it, whose name stands over all of them.
 * Undefined if they may.
 *
 * @param kept how many of the stored results would stay
 */
export function describeMixture(
  stored: Pick<VersionResults, 'version' | 'runtime'> | undefined,
  runtime: string,
  kept: number,
): string | undefined {
  if (stored === undefined || kept === 0 || stored.runtime === runtime) return undefined;
  return (
    `Not stored: ${stored.version}.json has the results of ${stored.runtime}, and these are of ${runtime}. ` +
    'A maintainer runs it there; without --only, all programs are run anew.'
  );
}
