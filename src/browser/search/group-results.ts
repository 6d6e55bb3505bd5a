import type { Found } from './find-sections.ts';
import type { SectionKind } from '../../engine/search/section.ts';

/** The results of one page, best first. */
export type ResultGroup = { readonly page: string; readonly kind: SectionKind; readonly results: readonly Found[] };

/** The most that a list of results shows, so that it stays readable. */
export const most = { groups: 8, inGroup: 4 } as const;

/** Groups results by page, pages in the order of their best result. */
export function groupResults(found: readonly Found[], kind: SectionKind | undefined): readonly ResultGroup[] {
  const wanted = found.filter(({ section }) => kind === undefined || section.kind === kind);
  const groups = Map.groupBy(wanted, ({ section }) => section.page);
  return [...groups].slice(0, most.groups).flatMap(([page, results]) => {
    const [first] = results;
    // The glossary is one page of many terms; every term is a result of its own.
    const room = first?.section.kind === 'glossary' ? most.groups : most.inGroup;
    return first === undefined ? [] : [{ page, kind: first.section.kind, results: results.slice(0, room) }];
  });
}
