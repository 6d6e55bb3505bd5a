import { isolateHistory } from '@codemirror/commands';
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, type Panel, showPanel, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Language } from '../../engine/trace/event/events.ts';
import { guessLanguage } from '../../engine/share/guess-language.ts';
import { cleanPaste } from './clean-paste.ts';

/** What an editor can offer to do with a pasted text. */
type Offer =
  | { readonly kind: 'clean'; readonly says: string }
  | { readonly kind: 'switch'; readonly says: string; readonly language: Language };

/** After this many milliseconds without a change, a program is examined. */
const lookAfterMs = 300;

const setOffer = StateEffect.define<Offer | undefined>();

/**
 * Offers, below the program, to clean a pasted text that cannot be read, and to switch to the other language if the text is written
 * in that. Nothing changes before the reader presses, and the change can be undone.
 *
 * @param onSwitch moves the program to the other language; without it this is not offered
 */
export function pasteOffers(language: Language, onSwitch?: (to: Language) => void): Extension {
  return [
    StateField.define<Offer | undefined>({
      create: () => undefined,
      update: (offer, { effects }) => effects.findLast((effect) => effect.is(setOffer))?.value ?? keep(offer, effects),
      provide: (field) =>
        showPanel.compute([field], (state) => {
          const offer = state.field(field);
          return offer === undefined ? null : (view) => drawOffer(view, language, offer, onSwitch);
        }),
    }),
    lookAfterChanges(language, onSwitch !== undefined),
  ];
}

/** An effect without a value removes the offer. */
function keep(offer: Offer | undefined, effects: readonly StateEffect<unknown>[]): Offer | undefined {
  return effects.some((effect) => effect.is(setOffer)) ? undefined : offer;
}

const refused = new WeakMap<EditorView, string>();

function lookAfterChanges(language: Language, canSwitch: boolean): Extension {
  return ViewPlugin.define((view) => {
    let shown: string | undefined;
    const look = (): void => {
      const offer = findOffer(view.state.doc.toString(), language, canSwitch);
      const wanted = offer?.says === refused.get(view) ? undefined : offer;
      if (wanted?.says === shown) return;
      shown = wanted?.says;
      view.dispatch({ effects: setOffer.of(wanted) });
    };
    let timer = setTimeout(look, lookAfterMs);
    return {
      update({ docChanged, transactions }: ViewUpdate) {
        if (
          transactions.some(({ effects }) =>
            effects.some((effect) => effect.is(setOffer) && effect.value === undefined),
          )
        )
          shown = undefined;
        if (!docChanged) return;
        clearTimeout(timer);
        timer = setTimeout(look, lookAfterMs);
      },
      destroy: () => clearTimeout(timer),
    };
  });
}

function findOffer(source: string, language: Language, canSwitch: boolean): Offer | undefined {
  const other = language === 'python' ? 'typescript' : 'python';
  // This comes first: a program in the other language is cleaned there.
  if (guessLanguage(source) === other) {
    return canSwitch ? { kind: 'switch', says: `This looks like ${names[other]}.`, language: other } : undefined;
  }
  const { faults } = cleanPaste(source, language);
  if (faults.length === 0) return undefined;
  return { kind: 'clean', says: `This has ${listWords(faults)}, which ${names[language]} does not read.` };
}

function drawOffer(view: EditorView, language: Language, offer: Offer, onSwitch?: (to: Language) => void): Panel {
  const dom = document.createElement('div');
  dom.className = 'cm-offer';
  const says = document.createElement('p');
  says.role = 'status';
  says.textContent = offer.says;
  const accept = drawButton(offer.kind === 'clean' ? 'Clean it' : `Switch to ${names[offer.language]}`, () => {
    view.dispatch({ effects: setOffer.of(undefined) });
    if (offer.kind === 'switch') {
      onSwitch?.(offer.language);
      return;
    }
    const { text } = cleanPaste(view.state.doc.toString(), language);
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      annotations: isolateHistory.of('full'),
      userEvent: 'clean',
    });
    view.focus();
  });
  const refuse = drawButton('Leave it', () => {
    refused.set(view, offer.says);
    view.dispatch({ effects: setOffer.of(undefined) });
    view.focus();
  });
  dom.append(says, accept, refuse);
  return { dom };
}

function drawButton(text: string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', onPress);
  return button;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const names: Readonly<Record<Language, string>> = { python: 'Python', typescript: 'TypeScript' };
