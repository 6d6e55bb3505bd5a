import { type Chance, fixedChance } from '../../engine/run/chance.ts';
import type { RunResult } from '../../engine/run/sandbox.ts';
import { describeProgress } from '../../engine/show/describe-progress.ts';
import { describeResult, type Said } from '../../engine/show/describe-work.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import { chooseDrawing } from '../stage/choose-drawing.ts';
import type { Stage } from '../stage/stage.ts';
import { askLine } from '../workbench/ask-line.ts';
import type { Editor } from '../workbench/editor.ts';
import { listRunFaults } from '../workbench/list-run-faults.ts';
import { type AskingRun, runAsking } from '../workbench/run-asking.ts';
import type { OpenProgram, ShownRun } from './open-program.ts';

/** What the playground passes to the part that runs its programs. */
type RunsParts = {
  readonly stage: Stage;
  /** The `<demo-stage>`. */
  readonly runPane: HTMLElement;
  /** The program that the reader sees. */
  readonly program: () => OpenProgram;
  /** The editor of a language, in which faults of a program are marked. */
  readonly editor: (language: Language) => Editor | undefined;
  readonly say: (text: string, kind?: Said['kind']) => void;
  /** Shows the run on a screen that has room for one pane at a time. */
  readonly showRun: () => void;
  /** Called when a run begins, is drawn, or ends. */
  readonly showState: () => void;
};

/** Runs the program that the reader sees, one run at a time, and draws the run beside it. */
export class ProgramRuns {
  readonly #parts: RunsParts;
  /** What the last run in each language was made from. */
  readonly #chances = new Map<Language, Chance>();
  #running: AbortController | undefined;

  constructor(parts: RunsParts) {
    this.#parts = parts;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Whether a program in a language has run here. */
  hasRun(language: Language): boolean {
    return this.#chances.has(language);
  }

  stop(): void {
    this.#running?.abort();
  }

  /** Runs the reader's program. With `again` it gets the same random numbers and the same clock as the previous run. */
  async run(again: boolean): Promise<void> {
    const { program: now, editor, say, showState } = this.#parts;
    const program = now();
    const { language, text } = program;
    const chance = again ? this.#chances.get(language) : undefined;
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    editor(language)?.showFaults([]);
    showState();
    try {
      const result = await runAsking(
        { language, source: text, ...(chance === undefined ? {} : { chance }) },
        { signal: running.signal, onProgress: (progress) => say(describeProgress(language, progress)) },
        (run, prompt) => this.#ask(program, text, run, prompt, running.signal),
      );
      if (this.#running === running && now() === program) {
        await this.#takeResult(program, text, result);
        this.#askFor(program);
      }
    } catch (error) {
      if (this.#running === running) this.#sayFault(error);
    } finally {
      if (this.#running === running) {
        this.#running = undefined;
        showState();
      }
    }
  }

  /** Draws a run of the open program, or says why that is not possible. */
  show(shown: ShownRun): void {
    void this.#draw(shown).catch((error: unknown) => this.#sayFault(error));
  }

  #sayFault(error: unknown): void {
    this.#parts.say(error instanceof Error ? error.message : String(error), 'fault');
  }

  /** Shows a run up to the point where it asks for a line, and asks the reader for it. */
  async #ask(
    program: OpenProgram,
    source: string,
    run: AskingRun,
    prompt: string,
    signal: AbortSignal,
  ): ReturnType<typeof askLine> {
    const { program: now, runPane } = this.#parts;
    if (signal.aborted || now() !== program) return undefined;
    await this.#takeResult(program, source, run);
    return askLine(runPane.querySelector('.console') ?? runPane, prompt, signal);
  }

  /** A program's link may ask to cancel tasks. That happens once, in the first run of the unchanged program. */
  #askFor(program: OpenProgram): void {
    const { requests, text, stock, shown } = program;
    if (requests === undefined) return;
    delete program.requests;
    if (shown !== undefined && text === stock) this.#parts.stage.ask(requests);
  }

  async #takeResult(program: OpenProgram, source: string, result: RunResult): Promise<void> {
    const { program: now, runPane, say, showRun, showState } = this.#parts;
    const { text, kind } = describeResult(result);
    const editor = this.#parts.editor(program.language);
    if (result.kind === 'rejected') {
      say(text, kind);
      editor?.showFaults(result.errors);
      return;
    }
    const { trace, chance, input } = result;
    this.#chances.set(program.language, chance);
    program.shown = { source, trace, chance, input };
    await this.#draw(program.shown);
    if (now().shown?.trace !== trace) return;
    runPane.removeAttribute('data-empty');
    say(text, kind);
    editor?.showFaults(listRunFaults(result.trace));
    showRun();
    showState();
  }

  /** Draws a run. If it has no steps, there is nothing to step through. */
  async #draw({ trace, source, chance = fixedChance, input = [] }: ShownRun): Promise<void> {
    const { program: now, runPane, stage } = this.#parts;
    const { run, drawing } = await chooseDrawing(trace);
    // The reader may have opened another program meanwhile.
    if (now().shown?.trace !== trace) return;
    stage.load(run, drawing, { source, chance, input });
    runPane.toggleAttribute('data-stepless', stage.run.steps.length === 0);
  }
}
