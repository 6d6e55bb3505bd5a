import type { VersionResults } from '../schemas/snippet.ts';

/**
 * Why results may not be stored with those of a Python, or undefined if they may: the others are of another release, and the page
 * shows one release for all of them.
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
