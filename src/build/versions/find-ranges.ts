import type { SnippetResult, VersionResults } from '../schemas/snippet.ts';

/** Neighboring Pythons that did the same. */
export type ResultRange = {
  /** The first and the last of them, such as `3.6` and `3.10`; equal for a single one. */
  readonly from: string;
  readonly to: string;
  readonly result: SnippetResult;
};

/** The results of one snippet, joined where neighboring Pythons agree. `pythons` are ordered from the oldest. */
export function findRanges(id: string, pythons: readonly VersionResults[]): ResultRange[] {
  const ranges: ResultRange[] = [];
  for (const { version, results } of pythons) {
    const result = results[id];
    if (result === undefined) continue;
    const last = ranges.at(-1);
    if (last !== undefined && JSON.stringify(last.result) === JSON.stringify(result)) {
      ranges[ranges.length - 1] = { ...last, to: version };
    } else {
      ranges.push({ from: version, to: version, result });
    }
  }
  return ranges;
}
