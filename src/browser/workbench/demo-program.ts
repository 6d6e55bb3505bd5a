import type { Chance } from '../../engine/run/chance.ts';
import type { Said } from '../../engine/show/describe-work.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import type { Editor } from './editor.ts';
import { openSavedEdits, type SavedEdits } from './saved-edits.ts';
import type { ProgramAction } from './program-action.ts';

/** One of a demo's two programs, where the page shows it. */
export class DemoProgram {
  readonly language: Language;
  readonly panel: HTMLElement;
  /** The program as the page shows it, which is exactly what runs. */
  readonly stock: string;
  /** The version that the reader left earlier. */
  readonly saved: SavedEdits;
  editor: Editor | undefined;
  running: AbortController | undefined;
  /** What the last run was made from. */
  chance: Chance | undefined;

  /** @throws {Error} if the page does not have the program */
  constructor(host: HTMLElement, language: Language) {
    const panel = host.querySelector<HTMLElement>(`.program[data-language="${language}"]`);
    if (panel === null) throw new Error(`Expected a ${language} program in the demo, but found none. Report this.`);
    this.language = language;
    this.panel = panel;
    this.stock = panel.querySelector('pre.code')?.textContent ?? '';
    this.saved = openSavedEdits(host.dataset['edits'] ?? '', language);
  }

  /** The reader's program. */
  get text(): string {
    return this.editor?.text ?? this.stock;
  }

  get isChanged(): boolean {
    return this.text !== this.stock;
  }

  /** Shows or hides one of the program's buttons. */
  showButton(work: ProgramAction, visible: boolean): void {
    const button = this.panel.querySelector<HTMLElement>(`[data-work="${work}"]`);
    if (button === null) return;
    // If the hidden button had the focus, the keyboard would be back at the start of the page.
    if (!visible && document.activeElement === button)
      this.panel.querySelector<HTMLElement>('[data-work="run"]')?.focus();
    button.hidden = !visible;
  }

  /** Shows a message under the program. */
  tell({ text, kind }: Said): void {
    this.say(text, kind);
  }

  say(text: string, kind: Said['kind'] = 'note'): void {
    const place = this.panel.querySelector<HTMLElement>('.work');
    if (place === null) return;
    place.textContent = text;
    place.dataset['kind'] = kind;
  }

  sayFault(error: unknown): void {
    this.say(error instanceof Error ? error.message : String(error), 'fault');
  }
}
