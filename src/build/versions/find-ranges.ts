import type { SnippetData, SnippetResult, VersionResults } from '../schemas/snippet.ts';
import { compareVersions } from './load-snippets.ts';
import { hashProgram } from './hash-program.ts';

/** Neighboring Pythons that gave the same result. */
export type ResultRange = {
  /** The first and last of them, such as `3.6` and `3.10`; equal if there is only one. */
  readonly from: string;
  readonly to: string;
  /** null if the snippet in its present form has not been run on them. */
  readonly result: SnippetResult | null;
};

/**
 * The results of one snippet on every Python from its `since` on, joined where neighbors agree. A result of an earlier text of the
 * snippet does not count.
 *
 * @param pythons oldest first
 */
export function findRanges(
  id: string,
  { code, since }: Pick<SnippetData, 'code' | 'since'>,
  pythons: readonly VersionResults[],
): readonly ResultRange[] {
  const program = hashProgram(code);
  const ranges: ResultRange[] = [];
  for (const { version, results } of pythons) {
    if (compareVersions(version, since) < 0) continue;
    const { [id]: stored } = results;
    const result = stored?.program === program ? stored : null;
    const last = ranges.at(-1);
    if (last !== undefined && JSON.stringify(last.result) === JSON.stringify(result)) {
      ranges[ranges.length - 1] = { ...last, to: version };
    } else {
      ranges.push({ from: version, to: version, result });
    }
  }
  return ranges;
}
