import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutExcerpt, markWords } from './excerpt.ts';

it('marks whole words whatever their case', () => {
  expect(markWords('Yield yields, yield.', ['yield'])).toEqual([
    { text: 'Yield', isMatch: true },
    { text: ' yields, ', isMatch: false },
    { text: 'yield', isMatch: true },
    { text: '.', isMatch: false },
  ]);
});

it('takes words with any characters literally and loses no letter', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }), (text, words) => {
      expect(
        markWords(text, words)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

it('shows the part with the most words, and marks what is left out', () => {
  const text = `${'one two three '.repeat(20)}the loop sleeps in select until a timer is due ${'four five six '.repeat(20)}`;
  const excerpt = cutExcerpt(text, ['select', 'timer'], 80);
  expect(excerpt).toMatch(/^… .*select until a timer.* …$/);
  expect(excerpt.length).toBeLessThan(90);
});

it('does not cut a short text', () => {
  expect(cutExcerpt('A short text.', ['short'])).toBe('A short text.');
});
