import { expect, it } from 'vitest';
import type { Found } from './find-sections.ts';
import { groupResults, most } from './group-results.ts';
import type { SectionKind } from '../../engine/search/section.ts';

const result = (kind: SectionKind, page: string, title: string): Found => ({
  section: { kind, page, title, path: `${page}/#${title}`, text: '' },
  words: [],
});
const found = [
  result('article', 'Loop', 'b'),
  result('glossary', 'Glossary', 'timer'),
  result('article', 'Loop', 'a'),
  result('pep', 'PEP 342', ''),
];
const shape = (kind?: SectionKind): unknown =>
  groupResults(found, kind).map(({ page, results }) => [page, results.map(({ section }) => section.title)]);

it("groups results by page, in the order of each page's best", () => {
  expect(shape()).toEqual([
    ['Loop', ['b', 'a']],
    ['Glossary', ['timer']],
    ['PEP 342', ['']],
  ]);
});

it('shows only the chosen kind', () => {
  expect(shape('pep')).toEqual([['PEP 342', ['']]]);
});

it('limits the list to a readable length', () => {
  const many = Array.from({ length: 20 }, (_, number) => result('article', `Page ${number}`, 'x'));
  expect(groupResults(many, undefined).length).toBe(most.groups);
  const one = Array.from({ length: 20 }, (_, number) => result('article', 'Page', String(number)));
  expect(groupResults(one, undefined)[0]?.results.length).toBe(most.inGroup);
});
