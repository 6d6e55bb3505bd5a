import { type EditorState, type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { LineMarks } from '../../engine/show/mark-lines.ts';

/** Sets which lines of an editor are marked. */
export const setLineMarks = StateEffect.define<LineMarks>();

type Marked = { readonly marks: LineMarks; readonly decorations: DecorationSet };

const unmarked: Marked = { marks: new Map(), decorations: Decoration.none };

/** The marked lines of an editor. A change of the text removes the marks, because they belong to the run before it. */
const marked = StateField.define<Marked>({
  create: () => unmarked,
  update(value, transaction) {
    let next = transaction.docChanged ? unmarked : value;
    for (const effect of transaction.effects)
      if (effect.is(setLineMarks))
        next = { marks: effect.value, decorations: decorate(transaction.state, effect.value) };
    return next;
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

/** Shows the marks that `setLineMarks` sets. */
export function lineMarks(): Extension {
  return marked;
}

/**
 * Whether an editor shows exactly these marks. Then a step needs no transaction, which would cost a layout of the page: the editor
 * reads the selection.
 */
export function hasLineMarks(state: EditorState, marks: LineMarks): boolean {
  const shown = state.field(marked).marks;
  return shown.size === marks.size && [...marks].every(([line, how]) => shown.get(line) === how);
}

function decorate(state: EditorState, marks: LineMarks): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const [line, how] of [...marks].sort(([a], [b]) => a - b)) {
    if (line > state.doc.lines) continue;
    const { from } = state.doc.line(line);
    builder.add(from, from, Decoration.line({ class: `line-${how}` }));
  }
  return builder.finish();
}
