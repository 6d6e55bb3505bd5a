import type { Said } from '../../engine/show/describe-work.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import { showLanguage } from '../language/reader-language.ts';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import type { Stage } from '../stage/stage.ts';
import { type Editor, openEditor } from '../workbench/editor.ts';
import { LoweredCode } from '../workbench/lowered-code.ts';
import type { BenchParts } from './bench-parts.ts';
import type { KeptPrograms } from './kept-programs.ts';
import { nameProgram, ownTitle } from './name-program.ts';
import { isChanged, openStored, openText, type OpenProgram } from './open-program.ts';
import { ProgramRuns } from './program-runs.ts';
import { showBenchState } from './show-bench-state.ts';

/** The state of a program just opened, before the reader changes anything. */
export type Opening = Pick<OpenProgram, 'language' | 'title' | 'text' | 'origin' | 'stock' | 'requests' | 'shown'>;

/** The panes of a screen that has room for only one at a time. */
type Pane = 'code' | 'run';

/**
 * Shows one program at a time with its run beside it. The open program of each language stays open when the reader switches to the
 * other language. Before another program replaces it, it is stored.
 */
export class Playground {
  readonly #parts: BenchParts;
  readonly #kept: KeptPrograms;
  readonly #editors = new Map<Language, Editor>();
  readonly #open = new Map<Language, OpenProgram>();
  readonly #runs: ProgramRuns;
  readonly #pageTitle = document.title;
  #language: Language = 'python';
  #lowered: LoweredCode | undefined;
  /** Called when another program is opened, or when the open one is stored for the first time. */
  onOpened: (program: OpenProgram) => void = () => undefined;

  constructor(parts: BenchParts, stage: Stage, kept: KeptPrograms) {
    this.#parts = parts;
    this.#kept = kept;
    this.#runs = new ProgramRuns({
      stage,
      runPane: parts.runPane,
      program: () => this.program,
      editor: (language) => this.#editors.get(language),
      say: (text, kind) => this.say(text, kind),
      showRun: () => this.showPane('run'),
      showState: () => this.#showState(),
    });
    parts.lowered?.closest('details')?.addEventListener('toggle', () => {
      if (this.#language === 'typescript') this.#followLowered(this.program.text);
    });
    stage.marks.onMarks = (marks) => {
      const isOwn = this.program.text === this.program.shown?.source;
      this.#editors.get(this.#language)?.showMarks((isOwn ? marks.get(this.#language) : undefined) ?? new Map());
    };
  }

  /** What the program is called that the reader sees. */
  get title(): string {
    return nameProgram(this.program);
  }

  /** The program that the reader sees. */
  get program(): OpenProgram {
    const program = this.#open.get(this.#language);
    if (program === undefined) throw new Error('Expected an open program, but there is none yet. Report this.');
    return program;
  }

  get language(): Language {
    return this.#language;
  }

  /** The open program of a language, if there is one. */
  opened(language: Language): OpenProgram | undefined {
    return this.#open.get(language);
  }

  /** Opens a stored program, or one of the site, in its language's editor and shows that editor. */
  show(program: OpenProgram): void {
    this.#open.set(program.language, program);
    const editor = this.#editors.get(program.language);
    if (editor === undefined) this.#editors.set(program.language, this.#openEditor(program));
    else editor.open(program.text);
    this.turn(program.language);
    this.onOpened(program);
  }

  /** Opens a new program. If it is neither the site's nor in a link, it is stored at once. */
  take({ language, title, text, ...more }: Opening): void {
    const program = openText(language, title, text, more);
    if (isChanged(program)) this.#keep(program);
    this.show(program);
  }

  /** Opens a stored program. */
  takeKept(id: string, stock?: string): boolean {
    const kept = this.#kept.read(id);
    if (kept !== undefined) this.show(openStored(kept, stock));
    return kept !== undefined;
  }

  /** Shows the open program of a language, and its run. */
  turn(language: Language): void {
    const { host, runPane } = this.#parts;
    this.#language = language;
    showLanguage(language);
    host.dataset['language'] = language;
    this.#runs.stop();
    const { shown, text } = this.program;
    runPane.toggleAttribute('data-empty', shown === undefined);
    if (shown !== undefined) this.#runs.show(shown);
    if (language === 'typescript') this.#followLowered(text);
    this.say('');
    this.#showState();
  }

  focus(): void {
    this.#editors.get(this.#language)?.focus();
  }

  goTo(line: number): void {
    this.showPane('code');
    this.#editors.get(this.#language)?.goTo(line);
  }

  /** Restores the program's original text; the reader can undo it. */
  restore(): void {
    const { stock } = this.program;
    if (stock !== undefined) this.setText(stock);
  }

  /** Replaces the text of the program; the reader can undo it. */
  setText(text: string): void {
    this.#editors.get(this.#language)?.setText(text);
    this.focus();
  }

  stop(): void {
    this.#runs.stop();
  }

  /** Runs the reader's program. With `again` it gets the same random numbers and the same clock as the previous run. */
  run(again = false): Promise<void> {
    return this.#runs.run(again);
  }

  say(text: string, kind: Said['kind'] = 'note'): void {
    const { said } = this.#parts;
    said.textContent = text;
    said.dataset['kind'] = kind;
  }

  /** Chooses the visible pane on a screen that shows one at a time. */
  showPane(pane: Pane): void {
    const radio = this.#parts.host.querySelector<HTMLInputElement>(`.pane-tabs input[value="${pane}"]`);
    if (radio !== null) radio.checked = true;
  }

  #openEditor(program: OpenProgram): Editor {
    const { language } = program;
    const place = document.createElement('div');
    place.className = 'editor full';
    place.dataset['language'] = language;
    this.#parts.code.append(place);
    this.#parts.code.toggleAttribute('data-editing', true);
    return openEditor(place, {
      language,
      text: program.text,
      label: `The program in ${language === 'python' ? 'Python' : 'TypeScript'}, editor`,
      onChange: (text) => this.#change(language, text),
      onRun: () => void this.run(),
      onSave: () => this.#parts.host.querySelector<HTMLElement>('[data-bench="save"]')?.click(),
      onSwitch: (to) => this.#switchTo(to),
      help: openSandbox().typescript,
    });
  }

  #change(language: Language, text: string): void {
    const program = this.#open.get(language);
    if (program === undefined || program.text === text) return;
    const wasChanged = isChanged(program);
    program.text = text;
    if (isChanged(program)) this.#keep(program);
    else this.#kept.forget(program.id);
    if (wasChanged !== isChanged(program)) this.onOpened(program);
    if (language === 'python') openSandbox().keepPythonReady();
    else this.#followLowered(text);
    this.#showState();
  }

  #keep(program: OpenProgram): void {
    const { id, language, title, text, origin } = program;
    const name = nameProgram(program);
    const more = { ...(name === title ? {} : { name }), ...(origin === undefined ? {} : { origin }) };
    const kept = { id, language, title, text, at: Date.now(), ...more };
    const before = program.id;
    program.id = this.#kept.write(kept).id;
    if (program.id !== before && this.#open.get(language) === program) this.onOpened(program);
  }

  /** The text turns out to be in the other language, so it moves to that editor, and this program returns to its original. */
  #switchTo(language: Language): void {
    const { text, stock } = this.program;
    const left = this.#editors.get(this.#language);
    this.take({ language, title: ownTitle, text });
    left?.setText(stock ?? '');
    this.focus();
  }

  #followLowered(text: string): void {
    const { lowered } = this.#parts;
    if (lowered === null) return;
    this.#lowered ??= new LoweredCode(lowered, openSandbox().typescript);
    if (lowered.closest('details')?.open === true) this.#lowered.follow(text);
  }

  #showState(): void {
    const { isRunning } = this.#runs;
    this.#parts.title.textContent = this.title;
    document.title = `${this.title} · ${this.#pageTitle}`;
    showBenchState(this.#parts, this.program, { isRunning, hasRun: this.#runs.hasRun(this.#language) });
  }
}
