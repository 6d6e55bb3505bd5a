import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { LineMarks } from '../../engine/show/mark-lines.ts';

/** Sets which lines of an editor are marked. */
export const setLineMarks = StateEffect.define<LineMarks>();

/** Shows the marks that `setLineMarks` sets. A change of the text removes them, because they belong to the run before it. */
export function lineMarks(): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(decorations, transaction) {
      let next = transaction.docChanged ? Decoration.none : decorations;
      for (const effect of transaction.effects) {
        if (!effect.is(setLineMarks)) continue;
        const builder = new RangeSetBuilder<Decoration>();
        for (const [line, how] of [...effect.value].sort(([a], [b]) => a - b)) {
          if (line > transaction.state.doc.lines) continue;
          const { from } = transaction.state.doc.line(line);
          builder.add(from, from, Decoration.line({ class: `line-${how}` }));
        }
        next = builder.finish();
      }
      return next;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
