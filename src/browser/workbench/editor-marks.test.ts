import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import type { LineMarks } from '../../engine/show/mark-lines.ts';
import { hasLineMarks, lineMarks, setLineMarks } from './editor-marks.ts';

const open = (doc: string): EditorState => EditorState.create({ doc, extensions: lineMarks() });
const mark = (state: EditorState, marks: LineMarks): EditorState =>
  state.update({ effects: setLineMarks.of(marks) }).state;

it('an editor has the marks that were set last, and no others', () => {
  const marks: LineMarks = new Map([
    [1, 'suspended'],
    [2, 'running'],
  ]);
  const state = mark(open('one\ntwo'), marks);
  expect(hasLineMarks(state, new Map([...marks].reverse()))).toBe(true);
  expect(hasLineMarks(state, new Map([[1, 'suspended']]))).toBe(false);
  expect(hasLineMarks(state, new Map([...marks, [3, 'calling']]))).toBe(false);
  expect(
    hasLineMarks(
      state,
      new Map([
        [1, 'running'],
        [2, 'running'],
      ]),
    ),
  ).toBe(false);
  expect(hasLineMarks(mark(state, new Map()), new Map())).toBe(true);
});

it('an editor whose text has changed has no marks, so they are set again', () => {
  const marks: LineMarks = new Map([[1, 'running']]);
  const { state } = mark(open('one'), marks).update({ changes: { from: 3, insert: '!' } });
  expect(hasLineMarks(state, marks)).toBe(false);
  expect(hasLineMarks(state, new Map())).toBe(true);
});
