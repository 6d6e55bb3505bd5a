import type { Chance } from '../../engine/run/chance.ts';
import { heedsChance } from '../../engine/run/heeds-chance.ts';
import type { RunResult } from '../../engine/run/sandbox.ts';
import { writeShareFragment } from '../../engine/share/share-link.ts';
import { describeProgress } from '../../engine/show/describe-progress.ts';
import { changedVersion, describeLink, describeRecorded, describeResult } from '../../engine/show/describe-work.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import { showLanguage } from '../language/reader-language.ts';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import { chooseDrawing } from '../stage/choose-drawing.ts';
import type { Stage } from '../stage/stage.ts';
import { askLine } from './ask-line.ts';
import { DemoProgram } from './demo-program.ts';
import { listRunFaults } from './list-run-faults.ts';
import type { LoweredCode } from './lowered-code.ts';
import { type AskingRun, runAsking } from './run-asking.ts';
import type { ProgramAction } from './program-action.ts';

/** The reader's version of a program. */
export type ProgramText = { readonly source: string; readonly isStock: boolean };

/** Lets the reader change and run the two programs of a demo. Loaded with the first press. */
export class Workbench {
  readonly #host: HTMLElement;
  readonly #stage: Stage;
  readonly #programs = new Map<Language, DemoProgram>();
  #lowered: LoweredCode | undefined;
  /** The last run of each program here. A program that is not in it shows the run that the build recorded. */
  readonly #ran = new Map<Language, string>();

  constructor(host: HTMLElement, stage: Stage) {
    this.#host = host;
    this.#stage = stage;
    stage.marks.onMarks = (marks) => {
      for (const [own, { editor }] of this.#programs) editor?.showMarks(marks.get(own) ?? new Map());
    };
    stage.onReplay = () => this.#showStale();
  }

  async act(work: Exclude<ProgramAction, 'share'>, language: Language): Promise<void> {
    const program = this.#open(language);
    switch (work) {
      case 'edit':
        return this.#edit(program);
      case 'reset':
        return this.#reset(program);
      case 'run':
        return program.isChanged ? this.#run(program) : this.#replay(program);
      case 'here':
        return this.#run(program);
      case 'again':
        return this.#run(program, program.chance);
      case 'stop':
        program.running?.abort();
    }
  }

  /** Opens the editor with a text from elsewhere, such as a shared link. It does not run until the reader presses Run. */
  async offer(language: Language, source: string): Promise<void> {
    showLanguage(language);
    await this.#edit(this.#open(language), source);
  }

  /** The reader's versions of both programs. */
  texts(): Readonly<Record<Language, ProgramText>> {
    const read = (language: Language): ProgramText => {
      const { text, isChanged } = this.#open(language);
      return { source: text, isStock: !isChanged };
    };
    return { typescript: read('typescript'), python: read('python') };
  }

  /** The link that contains the reader's program. It rejects, with a message for the reader, if no link can hold it. */
  async writeLink(language: Language): Promise<string> {
    const { editor, saved, stock } = this.#open(language);
    const source = editor?.text ?? saved.read() ?? stock;
    const demo = this.#host.dataset['demo'] ?? '';
    const { run, requests } = this.#stage;
    const isShown = run.trace.language === language && source === (this.#ran.get(language) ?? stock);
    const fragment = await writeShareFragment({ language, source, demo, requests: isShown ? requests : [] }, stock);
    return new URL(`${import.meta.env.BASE_URL}playground/${fragment}`, location.href).href;
  }

  /** Says that the link was copied, or shows it, or says why there is none. */
  async tellLink(language: Language, writing: Promise<string>, isCopied: boolean): Promise<void> {
    const program = this.#open(language);
    try {
      program.tell(describeLink(await writing, isCopied));
    } catch (error) {
      program.sayFault(error);
    }
  }

  /** Ends a run in progress; for an element that leaves the page. */
  close(): void {
    for (const { running } of this.#programs.values()) running?.abort();
  }

  #open(language: Language): DemoProgram {
    const known = this.#programs.get(language);
    if (known !== undefined) return known;
    const program = new DemoProgram(this.#host, language);
    this.#programs.set(language, program);
    return program;
  }

  async #edit(program: DemoProgram, offered?: string): Promise<void> {
    const { language } = program;
    if (program.editor === undefined) {
      const [{ openEditor }, { LoweredCode }] = await Promise.all([import('./editor.ts'), import('./lowered-code.ts')]);
      const lowered = this.#host.querySelector<HTMLElement>('.lowered');
      if (lowered !== null) this.#lowered ??= new LoweredCode(lowered, openSandbox().typescript);
      const place = document.createElement('div');
      place.className = 'editor';
      program.panel.querySelector('.text')?.append(place);
      const text = program.saved.read() ?? offered ?? program.stock;
      program.editor = openEditor(place, {
        language: program.language,
        text,
        isStock: text === program.stock,
        label: `The program in ${program.language === 'python' ? 'Python' : 'TypeScript'}, editor`,
        onChange: (text) => {
          if (text === program.stock) program.saved.forget();
          else program.saved.write(text);
          program.showButton('reset', text !== program.stock);
          program.showButton('again', false);
          program.showButton('here', false);
          this.#showStale();
          if (program.language === 'typescript') this.#lowered?.follow(text);
          else openSandbox().keepPythonReady();
        },
        onRun: () => void this.act('run', language),
        help: openSandbox().typescript,
      });
      program.panel.toggleAttribute('data-editing', true);
      if (program.language === 'typescript' && program.isChanged) this.#lowered?.follow(program.text);
      program.showButton('edit', false);
      program.showButton('reset', program.isChanged);
      program.say(program.isChanged ? changedVersion : '');
      this.#showStale();
    }
    program.editor.focus();
  }

  async #reset(program: DemoProgram): Promise<void> {
    program.saved.forget();
    program.editor?.setText(program.stock);
    program.editor?.showFaults([]);
    program.showButton('reset', false);
    program.say('');
    await this.#showStock(program);
  }

  /** Plays the recorded run of an unchanged program. Nothing is fetched, and it is the run that was checked. */
  async #replay(program: DemoProgram): Promise<void> {
    program.running?.abort();
    program.editor?.showFaults([]);
    try {
      await this.#showStock(program);
    } catch (error) {
      program.sayFault(error);
      return;
    }
    program.tell(describeRecorded(this.#stage.run.trace));
    program.showButton('here', true);
    this.#stage.act({ kind: 'toggle' });
  }

  /** Runs the reader's program. With `chance` it gets the random numbers and the clock of the run that `chance` comes from. */
  async #run(program: DemoProgram, chance?: Chance): Promise<void> {
    const source = program.text;
    program.editor?.showFaults([]);
    program.running?.abort();
    program.showButton('here', false);
    const running = (program.running = new AbortController());
    program.showButton('stop', true);
    try {
      const result = await runAsking(
        { language: program.language, source, ...(chance === undefined ? {} : { chance }) },
        {
          signal: running.signal,
          onProgress: (progress) => program.say(describeProgress(program.language, progress)),
        },
        (run, prompt) => this.#ask(program, source, run, prompt, running.signal),
      );
      if (program.running === running) await this.#take(program, source, result);
    } catch (error) {
      if (program.running === running) program.sayFault(error);
    } finally {
      if (program.running === running) {
        program.running = undefined;
        program.showButton('stop', false);
      }
    }
  }

  /** Shows a run up to the point where it asks for a line, and asks the reader for it. */
  async #ask(
    program: DemoProgram,
    source: string,
    run: AskingRun,
    prompt: string,
    signal: AbortSignal,
  ): ReturnType<typeof askLine> {
    if (program.running?.signal !== signal) return undefined;
    await this.#take(program, source, run);
    return askLine(this.#host.querySelector('.console') ?? this.#host, prompt, signal);
  }

  async #take(program: DemoProgram, source: string, result: RunResult): Promise<void> {
    if (result.kind === 'rejected') {
      program.editor?.showFaults(result.errors);
      program.tell(describeResult(result));
      return;
    }
    const { trace, chance, input } = result;
    program.chance = chance;
    program.showButton('again', heedsChance(program.language, source));
    this.#ran.set(program.language, source);
    const { running } = program;
    const { run, drawing } = await chooseDrawing(trace);
    // The reader may have run it again meanwhile.
    if (program.running !== running) return;
    this.#stage.load(run, drawing, { source, chance, input });
    program.editor?.showFaults(listRunFaults(trace));
    program.tell(describeResult(result));
  }

  async #showStock(program: DemoProgram): Promise<void> {
    this.#ran.delete(program.language);
    await this.#stage.showStock(program.language);
  }

  /** Says so while the drawing belongs to another text than the editor's: a run is never shown as the run of another program. */
  #showStale(): void {
    const isBeside = this.#host.hasAttribute('data-beside');
    const drawn = this.#stage.run.trace.language;
    const stale = [...this.#programs.values()].some(
      ({ language, editor, stock }) =>
        (isBeside || language === drawn) && editor !== undefined && editor.text !== (this.#ran.get(language) ?? stock),
    );
    this.#host.toggleAttribute('data-stale', stale);
    const note = this.#host.querySelector<HTMLElement>('.stale');
    if (note !== null) note.hidden = !stale;
  }
}
