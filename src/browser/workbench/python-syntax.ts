import { ensureSyntaxTree } from '@codemirror/language';
import type { Extension, Text } from '@codemirror/state';
import { ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { type EditorFault, placeFaults } from './editor-faults.ts';

/** After this many milliseconds without a change, a program is examined: longer than the pause between two keys of a line. */
const checkAfterMs = 600;

/** Milliseconds that reading a program may take. */
const parseMs = 50;

/**
 * Marks where a program stops being Python while it is written. It uses the grammar that colors the text: CPython itself may not be
 * loaded, and gives its own message when the program runs.
 */
export function checkPythonSyntax(): Extension {
  return ViewPlugin.define((view) => {
    const check = (): void => {
      const { state } = view;
      const tree = ensureSyntaxTree(state, state.doc.length, parseMs);
      if (tree !== null) view.dispatch(placeFaults(state, listSyntaxFaults(tree, state.doc), 'check'));
    };
    let timer = setTimeout(check, checkAfterMs);
    return {
      update({ docChanged }: ViewUpdate) {
        if (!docChanged) return;
        clearTimeout(timer);
        timer = setTimeout(check, checkAfterMs);
      },
      destroy: () => clearTimeout(timer),
    };
  });
}

/** Returns the first place that is not Python, if there is one. Later places may only be consequences of it. */
export function listSyntaxFaults(tree: Tree, text: Text): readonly EditorFault[] {
  let found: EditorFault | undefined;
  let unreadable = 0;
  tree.iterate({
    enter: (node) => {
      if (found !== undefined) return false;
      const { number } = text.lineAt(node.from);
      if (!node.type.isError || number === unreadable) return undefined;
      if (isGap(node, text)) unreadable = number;
      else found = describe(node, text);
      return undefined;
    },
  });
  return found === undefined ? [] : [found];
}

/**
 * Whether CPython accepts what the grammar does not know: a `yield` without a value, numbers that end in a point, template strings,
 * attributes in a `case` pattern, names that `with` gives in parentheses, and stars in a subscript.
 */
function isGap({ from }: SyntaxNodeRef, text: Text): boolean {
  const line = text.lineAt(from);
  const before = line.text.slice(0, from - line.from);
  const after = line.text.slice(from - line.from);
  return (
    /\byield\s*(#.*)?$/.test(before) ||
    /\d\.\s*$/.test(before) ||
    (/\d$/.test(before) && /^\.(?!\w)/.test(after)) ||
    /(^|\W)(t|rt|tr)$/i.test(before) ||
    /^\s*(case|(async\s+)?with)\b|\bas\b/.test(line.text) ||
    /\[\s*([^\]]*,\s*)?\*?$/.test(before)
  );
}

function describe({ node, from, to }: SyntaxNodeRef, text: Text): EditorFault {
  const opening = node.parent?.firstChild;
  const bracket = opening && text.sliceString(opening.from, opening.to);
  // A bracket that is not closed swallows everything after it, so it is the one to report.
  if (opening && from === to && /^[([{]$/.test(bracket ?? ''))
    return place(opening.from, 1, `“${bracket ?? ''}” is never closed.`, text);
  return place(from, Math.max(to - from, 1), 'This is not Python from here on. Run says what CPython finds.', text);
}

function place(at: number, length: number, message: string, text: Text): EditorFault {
  const { number, from } = text.lineAt(at);
  return { line: number, column: at - from + 1, length, message };
}
