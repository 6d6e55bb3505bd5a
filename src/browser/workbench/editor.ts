import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, isolateHistory } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { TypeScriptHelp } from '../../engine/run/sandbox.ts';
import { type EditorFault, placeFaults } from './editor-faults.ts';
import { editorStyle } from './editor-style.ts';
import { hasLineMarks, lineMarks, setLineMarks } from './editor-marks.ts';
import type { LineMarks } from '../../engine/show/mark-lines.ts';
import { pasteOffers } from './paste-offers.ts';
import { pythonHelp } from './python-help.ts';
import { checkPythonSyntax } from './python-syntax.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import { typescriptHelp } from './typescript-help.ts';

export type Editor = {
  readonly text: string;
  /** Replaces the whole text; the reader can undo it. */
  setText(text: string): void;
  /** Opens another program instead of this one; undo does not go back past this. */
  open(text: string): void;
  /** Marks faults that a run has found. */
  showFaults(faults: readonly EditorFault[]): void;
  /** Marks the current lines of frames. */
  showMarks(marks: LineMarks): void;
  focus(): void;
  /** Puts the cursor at the beginning of a line, counted from 1, and makes it visible. */
  goTo(line: number): void;
};

export type EditorOptions = {
  readonly language: Language;
  readonly text: string;
  /**
   * Whether the text is one of the site's own programs. These were checked by the build, so checking begins with the first change.
   */
  readonly isStock?: boolean;
  /** The name for screen readers. */
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /**
   * Called for Control or Command with S. Without it the key does nothing; the editor takes it because the browser would save the
   * page.
   */
  readonly onSave?: () => void;
  /** Moves the text to the other language's editor; without it this is not offered. */
  readonly onSwitch?: (to: Language) => void;
  /** What TypeScript knows about a TypeScript program. */
  readonly help: TypeScriptHelp;
};

/**
 * Opens an editor inside `host`, in a shadow tree, because the page's policy does not let the editor add style sheets to the page.
 */
export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [editorStyle()];
  const view = new EditorView({ root, parent: root, state: createState(options) });
  // Measures the lines before they are painted. By itself the editor does so in the next frame, and the line numbers would move.
  view.elementAtHeight(0);
  return {
    get text() {
      return view.state.doc.toString();
    },
    setText(text) {
      // A history entry of its own: one undo restores exactly what the reader had.
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: isolateHistory.of('full'),
      });
    },
    open(text) {
      view.setState(createState({ ...options, text, isStock: false }));
    },
    showFaults(faults) {
      view.dispatch(placeFaults(view.state, faults, 'run'));
    },
    showMarks(marks) {
      if (!hasLineMarks(view.state, marks)) view.dispatch({ effects: setLineMarks.of(marks) });
    },
    focus() {
      view.focus();
    },
    goTo(line) {
      const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
  };
}

function createState(options: EditorOptions): EditorState {
  const { language, text, isStock = false, label, onChange, onRun, onSave, onSwitch, help } = options;
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      bracketMatching(),
      closeBrackets(),
      indentOnInput(),
      highlightActiveLine(),
      lintGutter(),
      syntaxHighlighting(classHighlighter),
      language === 'typescript'
        ? [javascript({ typescript: true }), indentUnit.of('  '), typescriptHelp(help, isStock)]
        : [python(), indentUnit.of('    '), pythonHelp(), checkPythonSyntax()],
      keymap.of([
        { key: 'Mod-Enter', run: () => (onRun(), true), preventDefault: true },
        { key: 'Mod-s', run: () => (onSave?.(), true), preventDefault: true },
        ...closeBracketsKeymap,
        ...lintKeymap,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      lineMarks(),
      pasteOffers(language, onSwitch),
      typeOverSelection,
      tabAfterTyping(),
      // The tab index is for tools that look for it; an editable element can have the focus without one.
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-description': leaving, tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
    ],
  });
}

const leaving =
  'Control or Command with Enter runs the program, with I it explains the name at the cursor. F8 goes to the next error. ' +
  'Once you have typed, Tab indents; press Escape, then Tab, to leave.';

/**
 * Typing over a selection goes through the editor. The browser's own way leaves style attributes for a moment, which the page's
 * policy refuses and reports.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.data === null || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/** Tab moves through the page until the reader types. From then on it indents, and Escape gives it back. */
function tabAfterTyping(): Extension {
  let typed = false;
  return [
    EditorView.updateListener.of((update) => {
      if (
        update.transactions.some((transaction) => transaction.isUserEvent('input') || transaction.isUserEvent('delete'))
      )
        typed = true;
    }),
    EditorView.domEventHandlers({
      blur: () => {
        typed = false;
      },
    }),
    // Before all keymaps, so that the Escape that closes a list of suggestions also gives Tab back.
    Prec.highest(
      EditorView.domEventHandlers({
        keydown: ({ key }) => {
          if (key === 'Escape') typed = false;
        },
      }),
    ),
    keymap.of([{ key: 'Tab', run: (view) => typed && indentMore(view), shift: (view) => typed && indentLess(view) }]),
  ];
}
