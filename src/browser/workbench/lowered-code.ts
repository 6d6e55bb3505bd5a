import { javascriptLanguage } from '@codemirror/lang-javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import type { TypeScriptHelp } from '../../engine/run/sandbox.ts';

/** After this many milliseconds without a change, a program is compiled. */
const lowerAfterMs = 150;

/** Shows what a program compiles to while the reader writes it. */
export class LoweredCode {
  readonly #place: HTMLElement;
  readonly #help: TypeScriptHelp;
  #source: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param place the `.lowered` element that the build rendered */
  constructor(place: HTMLElement, help: TypeScriptHelp) {
    this.#place = place;
    this.#help = help;
  }

  /**
   * Shows what `source` compiles to, once it has not changed for a moment. If the program does not compile, the last result stays,
   * dimmed.
   */
  follow(source: string): void {
    this.#source = source;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(source), lowerAfterMs);
  }

  async #show(source: string): Promise<void> {
    const lowered = await this.#help.lower(source);
    if (lowered === undefined || this.#source !== source) return;
    const [error] = lowered.kind === 'rejected' ? lowered.errors : [];
    this.#place.toggleAttribute('data-stale', error !== undefined);
    const state = this.#place.querySelector('.state');
    if (state !== null) state.textContent = error === undefined ? '' : `Line ${error.line}: ${error.message}`;
    if (lowered.kind === 'compiled') this.#place.querySelector('pre.code')?.replaceChildren(...drawCode(lowered.code));
  }
}

/** Renders JavaScript as the build would: one `.line` for each line, tokens with the classes of the site's listings. */
function drawCode(code: string): readonly Node[] {
  const text = code.trimEnd();
  const nodes: Node[] = [];
  let line = span('line', '');
  const put = (part: string, classes: string): void => {
    const token = listingClass(classes);
    line.append(token === undefined ? part : span(token, part));
  };
  const breakLine = (): void => {
    nodes.push(line, document.createTextNode('\n'));
    line = span('line', '');
  };
  highlightCode(text, javascriptLanguage.parser.parse(text), classHighlighter, put, breakLine);
  return [...nodes, line];
}

function span(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function listingClass(classes: string): string | undefined {
  return listingClasses.find(([token]) => classes.includes(token))?.[1];
}

/** The classes of the site's listings for CodeMirror's tags. */
const listingClasses = [
  ['tok-keyword', 't-keyword'],
  ['tok-string', 't-string'],
  ['tok-number', 't-constant'],
  ['tok-bool', 't-constant'],
  ['tok-atom', 't-constant'],
  ['tok-comment', 't-comment'],
] as const;
