import { openSandbox } from '../sandbox/open-sandbox.ts';
import type { Chance } from '../../engine/run/chance.ts';
import type { RunResult } from '../../engine/run/sandbox.ts';
import type { Language, Trace } from '../../engine/trace/event/events.ts';
import { describeProgress } from '../../engine/show/describe-progress.ts';
import { changedVersion, describeLink, describeResult, type Said } from '../../engine/show/describe-work.ts';
import type { Work } from './work.ts';
import type { LoweredCode } from './lowered-code.ts';
import type { Editor } from './editor.ts';
import type { EditorFault } from './editor-faults.ts';
import { savedEdits, type SavedEdits } from './saved-edits.ts';
import { writeShareFragment } from '../../engine/share/share-link.ts';
import type { Stage } from '../stage/stage.ts';
import { listTwinMarks } from '../../engine/show/twin-marks.ts';
import { openRun } from '../../engine/trace/run.ts';

/** A program as the reader has it. */
export type ProgramText = { readonly source: string; readonly isStock: boolean };

/** Lets the reader change and run the two programs of a demo. Loaded with the first press. */
export class Workbench {
  readonly #host: HTMLElement;
  readonly #stage: Stage;
  readonly #programs = new Map<Language, OpenProgram>();
  #lowered: LoweredCode | undefined;
  /** What the drawing shows the run of; undefined: the stock program in TypeScript. */
  #ran: { readonly language: Language; readonly source: string } | undefined;

  constructor(host: HTMLElement, stage: Stage) {
    this.#host = host;
    this.#stage = stage;
    stage.onMarks = (language, marks) => {
      for (const [own, { editor }] of this.#programs) editor?.showMarks(own === language ? marks : new Map());
    };
  }

  async act(work: Exclude<Work, 'share'>, language: Language): Promise<void> {
    const program = this.#open(language);
    switch (work) {
      case 'edit':
        return this.#edit(program);
      case 'reset':
        this.#reset(program);
        return;
      case 'run':
        return this.#run(program);
      case 'again':
        return this.#run(program, program.chance);
      case 'stop':
        program.running?.abort();
    }
  }

  /** Opens the editor with a text from elsewhere, such as a shared link. It does not run before the reader says so. */
  async offer(language: Language, source: string): Promise<void> {
    const tab = this.#host.querySelector<HTMLInputElement>(`.tabs input[value="${language}"]`);
    if (tab !== null) tab.checked = true;
    await this.#edit(this.#open(language), source);
  }

  /** Both programs as the reader sees them. */
  texts(): Readonly<Record<Language, ProgramText>> {
    const read = (language: Language): ProgramText => {
      const { editor, stock } = this.#open(language);
      const source = editor?.text ?? stock;
      return { source, isStock: source === stock };
    };
    return { typescript: read('typescript'), python: read('python') };
  }

  /** The link that carries a program as the reader has it. It rejects, in words for the reader, where no link can carry it. */
  async writeLink(language: Language): Promise<string> {
    const { editor, saved, stock } = this.#open(language);
    const source = editor?.text ?? saved.read() ?? stock;
    const demo = this.#host.dataset['demo'] ?? '';
    const fragment = await writeShareFragment({ language, source, demo }, stock);
    return new URL(`${import.meta.env.BASE_URL}playground/${fragment}`, location.href).href;
  }

  /** Says that the link is copied, or shows it, or says why there is none. */
  async tellLink(language: Language, writing: Promise<string>, isCopied: boolean): Promise<void> {
    const program = this.#open(language);
    try {
      tell(program, describeLink(await writing, isCopied));
    } catch (error) {
      say(program, error instanceof Error ? error.message : String(error), 'fault');
    }
  }

  /** Ends what runs; for an element that leaves the page. */
  close(): void {
    for (const { running } of this.#programs.values()) running?.abort();
  }

  #open(language: Language): OpenProgram {
    const known = this.#programs.get(language);
    if (known !== undefined) return known;
    const panel = this.#host.querySelector<HTMLElement>(`.program[data-language="${language}"]`);
    if (panel === null) throw new Error(`Expected a ${language} program in the demo, but found none. Report this.`);
    const program: OpenProgram = {
      language,
      panel,
      // What the page shows is what runs, to the letter.
      stock: panel.querySelector('pre.code')?.textContent ?? '',
      saved: savedEdits(this.#host.dataset['edits'] ?? '', language),
      editor: undefined,
      running: undefined,
      chance: undefined,
    };
    this.#programs.set(language, program);
    return program;
  }

  async #edit(program: OpenProgram, offered?: string): Promise<void> {
    if (program.editor === undefined) {
      const [{ openEditor }, { LoweredCode }] = await Promise.all([import('./editor.ts'), import('./lowered-code.ts')]);
      const lowered = this.#host.querySelector<HTMLElement>('.lowered');
      if (lowered !== null) this.#lowered ??= new LoweredCode(lowered, openSandbox().typescript);
      const place = document.createElement('div');
      place.className = 'editor';
      program.panel.querySelector('.text')?.append(place);
      program.editor = openEditor(place, {
        language: program.language,
        text: program.saved.read() ?? offered ?? program.stock,
        label: `The program in ${program.language === 'python' ? 'Python' : 'TypeScript'}, editor`,
        onChange: (text) => {
          if (text === program.stock) program.saved.forget();
          else program.saved.write(text);
          show(program.panel, 'reset', text !== program.stock);
          show(program.panel, 'again', false);
          this.#showStale(program);
          if (program.language === 'typescript') this.#lowered?.follow(text);
          else openSandbox().keepPythonReady();
        },
        onRun: () => void this.#run(program),
        help: openSandbox().typescript,
      });
      program.panel.toggleAttribute('data-editing', true);
      if (program.language === 'typescript' && program.editor.text !== program.stock)
        this.#lowered?.follow(program.editor.text);
      show(program.panel, 'edit', false);
      show(program.panel, 'reset', program.editor.text !== program.stock);
      say(program, program.editor.text === program.stock ? '' : changedVersion);
      this.#showStale(program);
    }
    program.editor.focus();
  }

  #reset(program: OpenProgram): void {
    program.saved.forget();
    program.editor?.setText(program.stock);
    program.editor?.showFaults([]);
    show(program.panel, 'reset', false);
    say(program, '');
    this.#showStock(program);
  }

  /** Runs the program as the reader has it; with `chance`, as the run that had it: with the same random numbers and the same clock. */
  async #run(program: OpenProgram, chance?: Chance): Promise<void> {
    const source = program.editor?.text ?? program.stock;
    program.editor?.showFaults([]);
    if (program.language === 'typescript' && source === program.stock) {
      this.#showStock(program);
      this.#stage.act({ kind: 'toggle' });
      return;
    }
    program.running?.abort();
    const running = (program.running = new AbortController());
    show(program.panel, 'stop', true);
    try {
      const result = await openSandbox().run(
        { language: program.language, source, ...(chance === undefined ? {} : { chance }) },
        {
          signal: running.signal,
          onProgress: (progress) => say(program, describeProgress(program.language, progress)),
        },
      );
      if (program.running === running) this.#take(program, source, result);
    } catch (error) {
      if (program.running === running) say(program, error instanceof Error ? error.message : String(error), 'fault');
    } finally {
      if (program.running === running) {
        program.running = undefined;
        show(program.panel, 'stop', false);
      }
    }
  }

  #take(program: OpenProgram, source: string, result: RunResult): void {
    if (result.kind === 'rejected') {
      program.editor?.showFaults(result.errors);
      tell(program, describeResult(result));
      return;
    }
    const { trace } = result;
    program.chance = result.chance;
    show(program.panel, 'again', heedsChance(program.language, source));
    this.#ran = { language: program.language, source };
    this.#stage.load(
      trace,
      source === program.stock ? listTwinMarks(openRun(trace), openRun(this.#stage.stock)) : undefined,
    );
    this.#showStale(program);
    program.editor?.showFaults(faultsOf(trace));
    tell(program, describeResult(result));
  }

  #showStock(program: OpenProgram): void {
    this.#ran = undefined;
    this.#stage.load(this.#stage.stock, this.#stage.stockTwin);
    this.#showStale(program);
  }

  /** Says so while the drawing is of another text than the one in the editor: a run is never shown for a program it is not of. */
  #showStale(program: OpenProgram): void {
    // The program that is drawn may have been changed before the reader turned to this one.
    const stale = [program, this.#open(this.#ran?.language ?? 'typescript')].some((one) => this.#isStale(one));
    this.#host.toggleAttribute('data-stale', stale);
    const note = this.#host.querySelector<HTMLElement>('.stale');
    if (note !== null) note.hidden = !stale;
  }

  #isStale({ language, editor, stock }: OpenProgram): boolean {
    const drawn = this.#ran?.language === language ? this.#ran.source : stock;
    return editor !== undefined && editor.text !== drawn;
  }
}

type OpenProgram = {
  readonly language: Language;
  readonly panel: HTMLElement;
  readonly stock: string;
  readonly saved: SavedEdits;
  editor: Editor | undefined;
  running: AbortController | undefined;
  /** What the last run began with. */
  chance: Chance | undefined;
};

/** Whether two runs of a program may differ: it asks for random numbers, or for the time. CPython begins the same each time. */
function heedsChance(language: Language, source: string): boolean {
  return language === 'typescript' && /\b(?:Math\.random|Date)\b/.test(source);
}

function faultsOf({ outcome }: Trace): readonly EditorFault[] {
  if (outcome.kind !== 'failed' || outcome.error.line === undefined) return [];
  const { name, message, line } = outcome.error;
  return [{ line, column: 1, length: 'line', message: `${name}: ${message}` }];
}

function show(panel: HTMLElement, work: Work, visible: boolean): void {
  const button = panel.querySelector<HTMLElement>(`[data-work="${work}"]`);
  if (button === null) return;
  // Where a hidden button had the focus, the keyboard would be back at the start of the page.
  if (!visible && document.activeElement === button) panel.querySelector<HTMLElement>('[data-work="run"]')?.focus();
  button.hidden = !visible;
}

function tell(program: OpenProgram, { text, kind }: Said): void {
  say(program, text, kind);
}

function say({ panel }: OpenProgram, text: string, kind: Said['kind'] = 'note'): void {
  const place = panel.querySelector<HTMLElement>('.work');
  if (place === null) return;
  place.textContent = text;
  place.dataset['kind'] = kind;
}
