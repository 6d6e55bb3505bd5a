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

test('edits are letters inserted, deleted or replaced', () => {
  expect(countEdits('', 'abc')).toBe(3);
  expect(countEdits('sleep', 'sleep')).toBe(0);
  expect(countEdits('kitten', 'sitting')).toBe(3);
});

test('a mistyped address is near the one that was meant', () => {
  expect(findNearest('/artcles/event-lop/', addresses)[0]).toBe('/articles/event-loop/');
  expect(findNearest('/Glossary/index.html', addresses)[0]).toBe('/glossary/');
});

test('an address without its folder is found by its last part', () => {
  expect(findNearest('/event-loop', addresses)).toEqual(['/articles/event-loop/']);
  expect(findNearest('/pep/342', addresses)[0]).toBe('/peps/342/');
});

test('an address that is like no other has none near it', () => {
  expect(findNearest('/wp-login.php', addresses)).toEqual([]);
});
