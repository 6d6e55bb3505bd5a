import { describeStep } from '../../engine/trace/words/describe-step.ts';
import type { Trace } from '../../engine/trace/event/events.ts';
import { openRun, type Run } from '../../engine/trace/run.ts';
import { parseTrace } from '../../engine/trace/event/parse-trace.ts';
import type { RunState } from '../../engine/trace/state/run-state.ts';
import { findSwitch, movePlayer, type Player, type PlayerAction, stepMs } from '../../engine/show/player.ts';
import type { StageAction } from './read-action.ts';
import { describeChanges } from '../../engine/trace/words/describe-changes.ts';
import { countRows, describePanel, type RunPanel } from '../../engine/show/run-panel.ts';
import { showInside } from './show-inside.ts';
import { renderPanel } from '../../engine/show/render-panel.ts';
import { placeMarkup } from './place-markup.ts';
import { showPanel } from './show-panel.ts';
import { drawRun, showRun } from './show-run.ts';
import { markLines, readTwinMarks, type TwinMarks } from '../../engine/show/twin-marks.ts';
import { type PreparedRun, prepareRun } from './prepared-run.ts';
import { findParts, type StageParts } from './stage-parts.ts';
import { fetchVariables } from './fetch-variables.ts';
import { FramesPanel } from './frames-panel.ts';
import { PinsPanel } from './pins-panel.ts';
import type { VariableStory } from './variable-story.ts';
import type { LineMarks } from '../../engine/show/line-marks.ts';

/** Replays one run inside a `<demo-stage>`: draws nothing anew, only says of what is drawn what has happened yet. */
export class Stage {
  readonly #host: HTMLElement;
  /** The run that the build has drawn. */
  readonly stock: Trace;
  /** The lines of its Python twin at each step, where the two step alike. */
  readonly stockTwin: TwinMarks | undefined;
  readonly #parts: StageParts;
  readonly #frames: FramesPanel;
  readonly #pins: PinsPanel;
  /** What tells of a variable in the listing: fetched with the first step. */
  #story: Promise<VariableStory> | undefined;
  #run: PreparedRun;
  /** The run that the build has drawn, with its variables; undefined until they are there. */
  #stockWithVariables: Trace | undefined;
  /** The lists beside the drawing as they are shown; undefined: as the build has rendered them. */
  #panel: RunPanel | undefined;
  /** Told of the marked lines at every step; the workbench passes them to its editors. */
  onMarks: (language: Trace['language'], marks: LineMarks) => void = () => undefined;
  #player: Player;
  /** Whether the page shows another step than the build's. */
  #isMoved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @throws if the page's own record of the run cannot be read, which the build excludes. */
  constructor(host: HTMLElement) {
    this.#host = host;
    this.#parts = findParts(host);
    this.stock = parseTrace(JSON.parse(host.querySelector('script.trace')?.textContent ?? 'null'));
    this.stockTwin = readTwin(host);
    const run = openRun(this.stock);
    this.#frames = new FramesPanel(this.#parts.frames, host.dataset['name'] ?? '');
    this.#pins = new PinsPanel(host);
    this.#run = prepareRun(host, run, this.stockTwin);
    void this.#fetchVariables();
    this.#player = { step: run.steps.length, last: run.steps.length, playing: false, speed: 1 };
  }

  /** The step the reader is at. */
  get step(): number {
    return this.#player.step;
  }

  /**
   * Takes another run in the place of the one shown, drawn and told whole, with the reader at its end.
   *
   * @param twin the lines of the other program, where it is known to do the same
   */
  load(trace: Trace, twin?: TwinMarks): void {
    clearTimeout(this.#timer);
    const run = openRun(trace === this.stock ? (this.#stockWithVariables ?? trace) : trace);
    showRun(this.#host, run, this.#pins.pinsOf(run));
    this.#layOutPanel(run);
    this.#run = prepareRun(this.#host, run, twin);
    this.#showAxis();
    const last = run.steps.length;
    this.#player = { ...this.#player, step: last, last, playing: false };
    this.#show();
  }

  /** The page goes without what the variables held until a reader reaches for the demo. */
  async #fetchVariables(): Promise<void> {
    const { variables } = this.#host.dataset;
    const trace = variables === undefined ? undefined : await fetchVariables(this.stock, variables);
    if (trace === undefined) return;
    this.#stockWithVariables = trace;
    if (this.#run.run.trace !== this.stock) return;
    // The same events in the same order, so that what is drawn of them stays as it is.
    this.#run = { ...this.#run, run: openRun(trace) };
    if (this.#isMoved) this.#show();
  }

  act(action: StageAction): void {
    if (action.kind === 'axis') {
      this.#turn();
      return;
    }
    const move = this.#toMove(action);
    this.#player = movePlayer(this.#player, move);
    this.#show();
    this.#keepTime();
  }

  /** Draws the same run on the other axis. */
  #turn(): void {
    const { run, twin, axis } = this.#run;
    const other = axis === 'step' ? 'time' : 'step';
    drawRun(this.#host, run, other);
    this.#run = prepareRun(this.#host, run, twin, other);
    this.#showAxis();
    this.#show();
  }

  #showAxis(): void {
    const button = this.#host.querySelector<HTMLElement>('[data-action="axis"]');
    if (button === null) return;
    button.hidden = !this.#run.run.passesTime;
    button.setAttribute('aria-pressed', String(this.#run.axis === 'time'));
  }

  /** The address of this step. */
  writeLink(): string {
    return new URL(`#${this.#host.dataset['name'] ?? ''}:${this.#player.step}`, location.href).href;
  }

  /** Says that the address is copied, or shows it. */
  sayLink(link: string, isCopied: boolean): void {
    const { step } = this.#player;
    const said = isCopied ? `The link to step ${step} is copied.` : `The link to step ${step}: ${link}`;
    this.#host.querySelector('.sentence')?.replaceChildren(said);
  }

  #toMove(action: Exclude<StageAction, { kind: 'axis' }>): PlayerAction {
    const { runners, playhead } = this.#run;
    if (action.kind === 'switch') {
      return { kind: 'jump', step: findSwitch(runners, this.#player.step, action.direction) };
    }
    return action.kind === 'point' ? { kind: 'jump', step: playhead.stepAt(action.x) } : action;
  }

  /** Stops playing; for an element that leaves the page. */
  sleep(): void {
    clearTimeout(this.#timer);
    this.#player = { ...this.#player, playing: false };
  }

  #keepTime(): void {
    clearTimeout(this.#timer);
    if (!this.#player.playing) return;
    this.#timer = setTimeout(() => this.act({ kind: 'tick' }), stepMs / this.#player.speed);
  }

  #show(): void {
    this.#isMoved = true;
    const { step, last, playing } = this.#player;
    const { run, playhead, twin } = this.#run;
    const state = step === last ? run.end : run.stateAt(step);
    // First, because it asks how the page is laid out.
    playhead.show(step, state);
    const sentence = this.#sentence(step);
    this.#showControls(sentence);
    this.#showSentence(sentence, playing);
    this.#showLines(markLines(state), readTwinMarks(twin, step));
    this.#showOutput(state);
    this.#showPanel(describePanel(run, state));
    this.#frames.show(run, step);
    this.#pins.show(run, step);
    void this.#showStory();
    this.#showCurrentStep(step);
    // Last, because it asks as well: the page is laid out once, with everything in place.
    this.#showNewestLine(state);
  }

  #showControls(sentence: string): void {
    const { step, last, playing } = this.#player;
    const { range, position, toggle } = this.#parts;
    if (range !== null) {
      range.value = String(step);
      range.setAttribute('aria-valuetext', step === 0 ? `Before the first of ${last} steps` : sentence);
    }
    if (position !== null) position.textContent = `${step} / ${last}`;
    const label = playing ? 'Stop playing' : 'Play';
    toggle?.toggleAttribute('data-playing', playing);
    toggle?.setAttribute('aria-label', label);
    toggle?.setAttribute('title', label);
  }

  /**
   * The sentence is announced once: not while the run plays, because a screen reader would fall behind, and not while the range has the
   * focus, whose own text says the same.
   */
  #showSentence(text: string, playing: boolean): void {
    const { sentence, range } = this.#parts;
    const isSaid = playing || (range !== null && document.activeElement === range);
    sentence?.setAttribute('aria-live', isSaid ? 'off' : 'polite');
    if (sentence !== null) sentence.textContent = text;
  }

  /** A run may be of another kind than the one before it, with other lists and more entries. */
  #layOutPanel(run: Run): void {
    const { panel } = this.#parts;
    this.#panel = describePanel(run, run.stateAt(0));
    if (panel !== null) placeMarkup(panel, renderPanel(this.#panel, countRows(run)));
    this.#frames.layOut(run);
  }

  #showPanel(lists: RunPanel): void {
    const { panel } = this.#parts;
    if (panel !== null) showPanel(panel, lists, this.#panel);
    this.#panel = lists;
  }

  /** Without it, as without a network, the cards have the variables all the same. */
  async #showStory(): Promise<void> {
    this.#story ??= import('./variable-story.ts').then(({ VariableStory }) => new VariableStory(this.#host));
    const story = await this.#story.catch(() => undefined);
    story?.show(this.#run.run, this.#player.step);
  }

  #sentence(step: number): string {
    if (this.#player.last === 0) return 'There is no step to show: the program ended before its first.';
    if (step === 0) return 'Before the first step: nothing has run yet.';
    const { run } = this.#run;
    return [describeStep(run, step), describeChanges(run, step, this.#pins.pinsOf(run))]
      .filter((part) => part !== '')
      .join(' ');
  }

  /** Marks the lines on which frames stand, in both programs as the page shows them and in an editor that is open on one. */
  #showLines(marks: LineMarks, twin: LineMarks): void {
    for (const program of Object.values(this.#parts.programs)) {
      for (const line of program?.querySelectorAll('.line[data-mark]') ?? []) line.removeAttribute('data-mark');
    }
    const own = this.#run.run.trace.language;
    const other = own === 'python' ? 'typescript' : 'python';
    for (const [language, lines] of [[own, marks] as const, [other, twin] as const]) {
      const program = this.#parts.programs[language];
      for (const [line, how] of lines) {
        program?.querySelector(`.line[data-line="${line}"]`)?.setAttribute('data-mark', how);
      }
    }
    this.onMarks(own, marks);
  }

  #showOutput(state: RunState): void {
    const { output, run } = this.#run;
    for (const { item, seq } of output) item.toggleAttribute('data-future', seq > state.seq);
    this.#parts.ending?.toggleAttribute('data-future', state.seq < run.end.seq);
  }

  /** Only a long console scrolls; asking where it stands would cost every other one a layout. */
  #showNewestLine(state: RunState): void {
    const { output, run } = this.#run;
    const { ending } = this.#parts;
    const isOver = state.seq === run.end.seq && ending?.hidden === false;
    const newest = isOver ? ending : output.findLast(({ seq }) => seq <= state.seq)?.item;
    if (output.length > linesInSight) showInside(this.#parts.console, newest ?? output[0]?.item);
  }

  #showCurrentStep(step: number): void {
    const { steps } = this.#parts;
    steps?.querySelector('[aria-current]')?.removeAttribute('aria-current');
    steps?.querySelector(`[data-step="${step}"]`)?.setAttribute('aria-current', 'step');
  }
}

/** A console with more lines may scroll; those of fewer that wrap are left where the reader has them. */
const linesInSight = 12;

/** The marks that the build has put beside the run; none where the twin steps otherwise. */
function readTwin(host: HTMLElement): TwinMarks | undefined {
  const text = host.querySelector('script.twin')?.textContent;
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as TwinMarks);
}
