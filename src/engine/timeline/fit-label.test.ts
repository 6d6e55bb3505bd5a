import { expect, it } from 'vitest';
import { fitLabel } from './fit-label.ts';

const nothing = { standing: [], crossing: [] };

it('writes a label at the beginning of its stretch', () => {
  expect(fitLabel('on sleep(2)', 100, 300, nothing)).toEqual({ x: 105, text: 'on sleep(2)' });
});

it('drops the `on` before it cuts the label, and writes nothing rather than a stump', () => {
  expect(fitLabel('on sleep(2)', 0, 72, nothing)?.text).toBe('sleep(2)');
  expect(fitLabel('on a very long name', 0, 72, nothing)?.text).toBe('a very …');
  expect(fitLabel('on a very long name', 0, 48, nothing)).toBeNull();
});

it('ends before the edge of its stretch', () => {
  // 5 pixels before, 8 letters of 7.2, and 3 after it.
  expect(fitLabel('sleep(2)', 0, 66, nothing)?.text).toBe('sleep(2)');
  expect(fitLabel('sleep(2)', 0, 65, nothing)).toBeNull();
});

it('moves after a sign that is in the way', () => {
  expect(fitLabel('line 4', 0, 96, { standing: [12], crossing: [] })).toEqual({ x: 21, text: 'line 4' });
});

it('lets a line cross it only if no gap is wide enough', () => {
  expect(fitLabel('sleep(2)', 0, 200, { standing: [], crossing: [40] })?.x).toBe(45);
  expect(fitLabel('sleep(2)', 0, 80, { standing: [], crossing: [40] })?.x).toBe(5);
});

it('writes no empty label', () => {
  expect(fitLabel('', 0, 100, nothing)).toBeNull();
});
