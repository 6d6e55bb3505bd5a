import MiniSearch from 'minisearch';
import type { Section } from '../../engine/search/section.ts';

/** A section that matches, with its matching words. */
export type Found = { readonly section: Section; readonly words: readonly string[] };

/** Finds sections by words, best first: `find('yield fr')`. A word may be only the beginning, or be one letter off. */
export type FindSections = (query: string) => readonly Found[];

/** Makes the index of the sections. It takes some milliseconds for a hundred thousand letters. */
export function indexSections(sections: readonly Section[]): FindSections {
  const index = new MiniSearch<Section & { readonly id: number }>({
    fields: ['title', 'page', 'text'],
    tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''),
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  return (query) => {
    const options = {
      boost: { title: 4, page: 2 },
      prefix: (term: string) => term.length > 1,
      fuzzy: (term: string) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
    };
    const all = index.search(query, { ...options, combineWith: 'AND' });
    const results = all.length > 0 ? all : index.search(query, { ...options, combineWith: 'OR' });
    return results.flatMap(({ id, terms }) => {
      const section = sections[id as number];
      return section === undefined ? [] : [{ section, words: terms }];
    });
  };
}
