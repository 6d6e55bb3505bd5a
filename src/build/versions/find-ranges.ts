import type { SnippetData, SnippetResult, VersionResults } from '../schemas/snippet.ts';
import { compareVersions } from './load-snippets.ts';
import { hashProgram } from './hash-program.ts';

/** Neighboring Pythons that did the same. */
export type ResultRange = {
  /** The first and the last of them, such as `3.6` and `3.10`; equal for a single one. */
  readonly from: string;
  readonly to: string;
  /** null: the snippet, as it is now, has not been run on them. */
  readonly result: SnippetResult | null;
};

/**
 * The results of one snippet on every Python from its `since` on, joined where neighbors agree. A result of another text of the snippet
 * counts as none.
 *
 * @param pythons from the oldest
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
