import { expect, it } from 'vitest';
import { indexSections } from './find-sections.ts';
import type { Section } from '../../engine/search/section.ts';

const sections: readonly Section[] = [
  {
    kind: 'article',
    path: 'articles/loop/',
    page: 'The event loop',
    title: '',
    text: 'It calls call_soon and call_later.',
  },
  { kind: 'article', path: 'articles/loop/#idle', page: 'The event loop', title: 'Idle', text: 'It sleeps in select.' },
  {
    kind: 'glossary',
    path: 'glossary/#timer',
    page: 'Glossary',
    title: 'timer',
    text: 'A call that call_later keeps.',
  },
  { kind: 'pep', path: 'peps/342/', page: 'PEP 342', title: 'Coroutines', text: 'A value can be sent in.' },
];
const find = indexSections(sections);
const paths = (query: string): readonly string[] => find(query).map(({ section }) => section.path);

it('finds the beginning of a word, and puts headings before text', () => {
  expect(paths('time')[0]).toBe('glossary/#timer');
  expect(paths('corou')).toEqual(['peps/342/']);
});

it('requires every word, and accepts any if no section has all', () => {
  expect(paths('call_soon')[0]).toBe('articles/loop/');
  expect(paths('sleeps sent')).toEqual(expect.arrayContaining(['articles/loop/#idle', 'peps/342/']));
});

it('forgives one letter in a long word and none in a number', () => {
  expect(paths('corotines')).toEqual(['peps/342/']);
  expect(paths('pep 343')).not.toEqual([]);
  expect(find('343')).toEqual([]);
});

it('says which words of the section match', () => {
  expect(find('slee')[0]?.words).toEqual(['sleeps']);
});

it('finds nothing for an empty query', () => {
  expect(find('')).toEqual([]);
  expect(find('…')).toEqual([]);
});
