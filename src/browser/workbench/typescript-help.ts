import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { Explanation, Suggestion, Suggestions, TypeScriptHelp } from '../../engine/run/sandbox.ts';
import { placeFaults } from './editor-faults.ts';

/** After this many milliseconds without a change, a program is checked. */
const checkAfterMs = 400;

/**
 * TypeScript's help while a program is written: completion, types under the pointer or the cursor, and errors.
 *
 * @param isRight whether the program is known to be free of errors until it is changed
 */
export function typescriptHelp(help: TypeScriptHelp, isRight: boolean): Extension {
  return [
    autocompletion({ override: [(context) => complete(help, context)] }),
    hoverTooltip(async (view, position) => {
      const found = await help.explain(view.state.doc.toString(), position);
      return found === undefined ? null : showExplanation(found);
    }),
    explainAtCursor(help),
    checkAfterChanges(help, isRight),
  ];
}

async function complete(help: TypeScriptHelp, context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w$]+|\./);
  if (word === null && !context.explicit) return null;
  const source = context.state.doc.toString();
  const found = await help.suggest(source, context.pos);
  if (found === undefined) return null;
  const options = found.names.map((suggestion) => toCompletion(help, suggestion, found, source, context.pos));
  return { from: found.from, options, validFor: /^[\w$]*$/ };
}

function toCompletion(
  help: TypeScriptHelp,
  { name, kind, rank, needsImport }: Suggestion,
  { importing }: Suggestions,
  source: string,
  at: number,
): Completion {
  const completion: Completion = {
    label: name,
    type: icons[kind] ?? 'variable',
    boost: -rank,
    info: async () => {
      const found = await help.explain(source, at, name);
      return found === undefined ? null : drawExplanation(found);
    },
  };
  if (needsImport === undefined) return completion;
  return {
    ...completion,
    detail: ' + import',
    apply(view, _, from, to) {
      // If the import goes below the cursor, the text typed since the request has moved its place.
      const place = importing.at > at ? importing.at + view.state.selection.main.head - at : importing.at;
      const changes = [
        { from, to, insert: name },
        { from: place, insert: importing.prefix + name + importing.suffix },
      ];
      const moved = place <= from ? importing.prefix.length + name.length + importing.suffix.length : 0;
      view.dispatch({
        changes,
        selection: { anchor: from + name.length + moved },
        userEvent: 'input.complete',
        scrollIntoView: true,
      });
    },
  };
}

/** CodeMirror's icons for TypeScript's kinds. */
const icons: Readonly<Record<string, string>> = {
  alias: 'variable',
  class: 'class',
  const: 'constant',
  function: 'function',
  getter: 'property',
  interface: 'interface',
  keyword: 'keyword',
  'local class': 'class',
  'local function': 'function',
  method: 'method',
  module: 'namespace',
  property: 'property',
  type: 'type',
};

function showExplanation(found: Explanation): Tooltip {
  return {
    pos: found.from,
    end: found.from + found.length,
    above: true,
    create: () => ({ dom: drawExplanation(found) }),
  };
}

function drawExplanation({ type, documentation }: Explanation): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-explanation';
  const code = document.createElement('code');
  code.textContent = type;
  box.append(code);
  if (documentation !== '') {
    const text = document.createElement('p');
    text.textContent = documentation;
    box.append(text);
  }
  return box;
}

const setExplanation = StateEffect.define<Explanation | null>();

/**
 * Mod-i explains the name at the cursor and announces it to screen readers. A change removes the explanation, and Escape removes
 * all explanations.
 */
function explainAtCursor(help: TypeScriptHelp): Extension {
  const shown = StateField.define<Tooltip | null>({
    create: () => null,
    update(tooltip, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(setExplanation)) return effect.value && showExplanation(effect.value);
      }
      return transaction.docChanged || transaction.selection ? null : tooltip;
    },
    provide: (field) => showTooltip.from(field),
  });
  const explain = async (view: EditorView): Promise<void> => {
    const { state } = view;
    const found = await help.explain(state.doc.toString(), state.selection.main.head);
    if (found === undefined || view.state.doc !== state.doc) return;
    const spoken = EditorView.announce.of(`${found.type}. ${found.documentation}`);
    view.dispatch({ effects: [setExplanation.of(found), spoken] });
  };
  const hide = (view: EditorView): boolean => {
    if (view.state.field(shown) === null && !hasHoverTooltips(view.state)) return false;
    view.dispatch({ effects: [setExplanation.of(null), closeHoverTooltips] });
    return true;
  };
  const keys = [
    { key: 'Mod-i', run: (view: EditorView) => (void explain(view), true), preventDefault: true },
    { key: 'Escape', run: hide },
  ];
  return [shown, Prec.high(keymap.of(keys))];
}

/**
 * Checks the program when it is opened, unless it is known to be right, and after every change. Only the newest text is checked,
 * one at a time.
 */
function checkAfterChanges(help: TypeScriptHelp, isRight: boolean): Extension {
  return ViewPlugin.define((view) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isChecking = false;
    let isGone = false;
    const checkLater = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), checkAfterMs);
    };
    const check = async (): Promise<void> => {
      if (isChecking) {
        checkLater();
        return;
      }
      const { doc } = view.state;
      isChecking = true;
      const errors = await help.check(doc.toString());
      isChecking = false;
      if (errors === undefined || isGone) return;
      if (view.state.doc === doc) view.dispatch(placeFaults(view.state, errors, 'check'));
    };
    if (isRight) help.prepare();
    else checkLater();
    return {
      update({ docChanged }: ViewUpdate) {
        if (docChanged) checkLater();
      },
      destroy() {
        isGone = true;
        clearTimeout(timer);
      },
    };
  });
}
