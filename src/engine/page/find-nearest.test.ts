import { expect, test } from 'vitest';
import { countEdits, findNearest } from './find-nearest.ts';

const addresses = [
  '/',
  '/articles/event-loop/',
  '/articles/pep-342-coroutines/',
  '/glossary/',
  '/peps/342/',
  '/peps/343/',
];

test('counts letters inserted, deleted or replaced as edits', () => {
  expect(countEdits('', 'abc')).toBe(3);
  expect(countEdits('sleep', 'sleep')).toBe(0);
  expect(countEdits('kitten', 'sitting')).toBe(3);
});

test('finds the intended address for a mistyped one', () => {
  expect(findNearest('/artcles/event-lop/', addresses)[0]).toBe('/articles/event-loop/');
  expect(findNearest('/Glossary/index.html', addresses)[0]).toBe('/glossary/');
});

test('finds an address without its folder by its last part', () => {
  expect(findNearest('/event-loop', addresses)).toEqual(['/articles/event-loop/']);
  expect(findNearest('/pep/342', addresses)[0]).toBe('/peps/342/');
});

test('finds nothing near an address that is like no other', () => {
  expect(findNearest('/wp-login.php', addresses)).toEqual([]);
});
