import type { Axis, Geometry } from '../../engine/timeline/geometry.ts';
import { describeStep } from '../../engine/trace/words/describe-step.ts';
import type { Language, Trace } from '../../engine/trace/event/events.ts';
import { openNamedRun, type Run } from '../../engine/trace/named-run.ts';
import { findSwitch, movePlayer, type Player, type PlayerAction, stepMs } from '../../engine/show/player.ts';
import { fixedChance } from '../../engine/run/chance.ts';
import type { CancelHere, MadeRun } from './cancel-here.ts';
import type { CancelRequest } from '../../engine/trace/requests/cancel-request.ts';
import type { StageAction } from './read-action.ts';
import { describeChanges } from '../../engine/trace/words/describe-changes.ts';
import { describePanel, listFilled, type RunPanel } from '../../engine/show/run-panel.ts';
import { renderPanel } from '../../engine/show/render-panel.ts';
import { placeMarkup } from './place-markup.ts';
import { showCurrentLine } from './show-current-line.ts';
import { showPanel } from './show-panel.ts';
import { alignSteps } from '../../engine/show/align-steps.ts';
import type { Drawing } from './show-run.ts';
import { chooseAxis, listRunners, type PreparedRun, prepareRun } from './prepared-run.ts';
import { findParts, type StageParts } from './stage-parts.ts';
import { printPython } from './print-python.ts';
import { StockRuns } from './stock-runs.ts';
import { FramesPanel } from './frames-panel.ts';
import type { PinsPanel } from './pins-panel.ts';
import type { VariableStory } from './variable-story.ts';
import type { LineMarks } from '../../engine/show/mark-lines.ts';
import { markListings } from './mark-listings.ts';
import { writeStepLink } from './write-step-link.ts';

/**
 * Replays one run inside a `<demo-stage>`: draws nothing anew, only says of what is drawn what has happened yet. It is longer than most files,
 * because whatever changes the step, the run or its language ends in the same few private methods, which write all of the demo at once.
 */
export class Stage {
  readonly #host: HTMLElement;
  /** The runs that the build has recorded. */
  readonly stock: StockRuns;
  readonly #parts: StageParts;
  readonly #frames: FramesPanel;
  /** Undefined where the demo pins no variables. */
  readonly #pins: PinsPanel | undefined;
  /** Fetched when another run than the page's is to be shown. */
  #drawing: Drawing | undefined;
  /** What tells of a variable in the listing: fetched with the first step. */
  #story: Promise<VariableStory> | undefined;
  #run: PreparedRun;
  /** What has drawn it; undefined: the build. */
  #drawnBy: Drawing | undefined;
  /** The last run of each program that the reader has changed or run here, and what draws it. */
  readonly #own = new Map<Language, { readonly run: Run; readonly drawing: Drawing }>();
  /** What the runs that are not recorded were made from. */
  readonly #made = new WeakMap<Trace, MadeRun>();
  /** What the runs that were shown are drawn by. */
  readonly #drawings = new WeakMap<Trace, Drawing>();
  /** What cancels tasks: fetched with the first step. */
  #cancelling: Promise<CancelHere> | undefined;
  #cancel: CancelHere | undefined;
  /** The language that the reader asked for last, which may still be on its way. */
  #wanted: Language = 'python';
  /** The run of the other program, beside the one that is replayed, with the step it is at for each step of this one. */
  #twin: { readonly run: Run; readonly steps: readonly number[] } | undefined;
  /** The lists beside the drawing as they are shown; undefined: as the build has rendered them. */
  #panel: RunPanel | undefined;
  /** Told of the marked lines at every step; the workbench passes them to its editors. */
  onMarks: (marks: ReadonlyMap<Language, LineMarks>) => void = () => undefined;
  /** Told when another run is shown. */
  onReplay: () => void = () => undefined;
  #player: Player;
  /** Whether the page shows another step than the build's. */
  #isMoved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listening = new AbortController();

  /** Gets a demo ready. It rejects if the page's own record of the run cannot be read, which the build excludes, or what it needs cannot be fetched. */
  static async open(host: HTMLElement): Promise<Stage> {
    const hasPins = host.querySelector('.pins') !== null;
    return new Stage(host, hasPins ? new (await import('./pins-panel.ts')).PinsPanel(host) : undefined);
  }

  private constructor(host: HTMLElement, pins: PinsPanel | undefined) {
    this.#host = host;
    this.#parts = findParts(host);
    this.stock = new StockRuns(host);
    const run = openNamedRun(this.stock.inPage);
    this.#frames = new FramesPanel(this.#parts.frames, host.dataset['name'] ?? '');
    this.#pins = pins;
    this.#run = prepareRun(host, run, chooseAxis(host, run));
    void this.#complete();
    printPython((language) => this.turnTo(language), this.#listening.signal);
    const last = run.steps.length;
    this.#player = { step: host.hasAttribute('data-begins') ? 0 : last, last, playing: false, speed: 1 };
  }

  /** The step the reader is at. */
  get step(): number {
    return this.#player.step;
  }

  /** The run that is shown. */
  get run(): Run {
    return this.#run.run;
  }

  /** What it is drawn by. */
  get axis(): Axis {
    return this.#run.axis;
  }

  /** What is drawn of a run that is not drawn whole. */
  get part(): Geometry | undefined {
    return this.#run.part?.();
  }

  /** What the reader has asked of the run that is shown. */
  get requests(): readonly CancelRequest[] {
    return this.#cancel?.requestsOf(this.run.trace) ?? [];
  }

  /** Takes the run of a program that the reader has run here in the place of the one shown, with the reader at its end. */
  load(run: Run, drawing: Drawing, made: MadeRun): void {
    this.#own.set(run.trace.language, { run, drawing });
    this.#made.set(run.trace, made);
    this.#isMoved = true;
    this.#replay(run, drawing);
  }

  /** Shows the recorded run of a program, with the reader at its end. It rejects, in words for the reader, where it cannot be had. */
  async showStock(language: Language): Promise<void> {
    this.#own.delete(language);
    this.#wanted = language;
    const [trace, drawing] = await Promise.all([this.stock.fetch(language), this.#fetchDrawing()]);
    if (this.#wanted === language) this.#replay(openNamedRun(trace), drawing);
  }

  /**
   * Shows the run of the other program, at the step at which the reader is, where both step alike. It rejects, in words for the reader, where
   * that run cannot be had; the one shown then stays.
   */
  async turnTo(language: Language): Promise<void> {
    this.#wanted = language;
    if (language === this.run.trace.language) return;
    const own = this.#own.get(language);
    const run = own?.run ?? openNamedRun(language === 'python' ? this.stock.python : await this.stock.fetch(language));
    // At once where it is there already: a page that is about to be printed does not wait.
    const drawing = own?.drawing ?? this.#drawing ?? (await this.#fetchDrawing());
    if (this.#wanted !== language || this.run.trace.language === language) return;
    const { step } = this.#player;
    const { requests } = this;
    this.#replay(run, drawing, alignSteps(this.run, run)?.[step]);
    // What the reader has canceled is canceled in the other program as well, unless that has a run of its own.
    if (requests.length > 0 && !this.#own.has(language)) void this.#cancel?.follow(requests, step);
  }

  /** Marks the lines of the other program as well, where both step alike; or no longer. */
  async showBeside(isBeside: boolean): Promise<void> {
    const { language } = this.run.trace;
    const other = language === 'python' ? 'typescript' : 'python';
    this.#twin = undefined;
    if (isBeside) {
      const run = this.#own.get(other)?.run ?? openNamedRun(await this.stock.fetch(other));
      const steps = alignSteps(this.run, run);
      if (steps !== undefined && this.run.trace.language === language) this.#twin = { run, steps };
    }
    this.#showLines();
  }

  /** Shows another run, at its end unless a step is given. Nothing is said of it to a reader who has not stepped yet. */
  #replay(run: Run, drawing: Drawing, step?: number): void {
    clearTimeout(this.#timer);
    this.#cancel?.leave();
    this.#wanted = run.trace.language;
    this.#run.close?.();
    drawing.showRun(this.#host, run, this.#pins?.pinsOf(run));
    this.#layOutPanel(run);
    this.#prepare(run, drawing, chooseAxis(this.#host, run));
    this.#twin = undefined;
    this.#showAxis();
    const last = run.steps.length;
    this.#player = { ...this.#player, step: Math.min(step ?? last, last), last, playing: false };
    if (this.#isMoved || this.#host.hasAttribute('data-begins')) this.#show();
    else this.#showWhole();
    this.onReplay();
    if (this.#host.hasAttribute('data-beside')) void this.showBeside(true).catch(() => undefined);
  }

  #prepare(run: Run, drawing: Drawing, axis: Axis): void {
    this.#drawnBy = drawing;
    this.#drawings.set(run.trace, drawing);
    this.#run = (drawing.prepareRun ?? prepareRun)(this.#host, run, axis);
  }

  /** As the build shows a run: whole, with the lists and frames of its end, and no line marked. */
  #showWhole(): void {
    const { run } = this.#run;
    this.#showControls('');
    this.#parts.range?.removeAttribute('aria-valuetext');
    this.#showPanel(describePanel(run, run.end));
    this.#frames.show(run, run.steps.length);
    this.#pins?.show(run, run.steps.length);
  }

  async #fetchDrawing(): Promise<Drawing> {
    try {
      return (this.#drawing ??= await import('./show-run.ts'));
    } catch {
      throw new Error(notDrawn);
    }
  }

  /** The page goes without what the variables held until a reader reaches for the demo. */
  async #complete(): Promise<void> {
    const trace = await this.stock.completePython();
    if (trace === this.stock.inPage || this.run.trace !== this.stock.inPage) return;
    // The same events in the same order, so that what is drawn of them stays as it is.
    this.#run = { ...this.#run, run: openNamedRun(trace) };
    if (this.#isMoved) this.#show();
  }

  /** Makes the run that is shown again with requests, and goes to the last of them. */
  ask(requests: readonly CancelRequest[]): void {
    this.#withCancel((cancel) => cancel.follow(requests));
  }

  /** Goes to the step that the address names, of the run that it asks for. */
  follow(step: number): void {
    this.act({ kind: 'jump', step });
    const isOfOther = /:.*:/.test(location.hash) || this.requests.length > 0;
    if (isOfOther) this.#withCancel((cancel) => cancel.followLink(step));
  }

  #withCancel(act: (cancel: CancelHere) => Promise<void>): void {
    void this.#fetchCancel()
      .then(act)
      .catch(() => this.#showSentence(notCanceled, false));
  }

  async #fetchCancel(): Promise<CancelHere> {
    const parts = {
      host: this.#host,
      left: this.#listening.signal,
      now: () => ({ run: this.run, step: this.step, made: this.#madeOf(this.run.trace) }),
      replace: (run: Run, step: number, drawing?: Drawing) => this.#replace(run, step, drawing),
      say: (text: string, quiet = false) => this.#showSentence(text, quiet),
    };
    try {
      this.#cancelling ??= import('./cancel-here.ts').then(({ CancelHere }) => new CancelHere(parts));
      return (this.#cancel = await this.#cancelling);
    } catch (error) {
      // Not kept: the next step or press tries again.
      this.#cancelling = undefined;
      throw error;
    }
  }

  #madeOf(trace: Trace): MadeRun {
    const source = this.#parts.programs[trace.language]?.querySelector('pre.code')?.textContent ?? '';
    return this.#made.get(trace) ?? { source, chance: fixedChance, input: [] };
  }

  /** Shows another run of the program that is shown; what draws it is known of one that was shown before. */
  async #replace(run: Run, step: number, drawing?: Drawing): Promise<void> {
    const shown = run.trace === this.stock.inPage ? openNamedRun(this.stock.python) : run;
    if (shown === this.run) {
      this.act({ kind: 'jump', step });
      return;
    }
    const by = drawing ?? this.#drawings.get(shown.trace) ?? (await this.#fetchDrawing());
    if (!this.#made.has(shown.trace)) this.#made.set(shown.trace, this.#madeOf(this.run.trace));
    this.#own.set(shown.trace.language, { run: shown, drawing: by });
    this.#isMoved = true;
    this.#replay(shown, by, step);
  }

  act(action: StageAction): void {
    if (action.kind === 'axis') {
      void this.#turn().catch(() => this.#showSentence(notDrawn, false));
      return;
    }
    if (action.kind === 'cancel' || action.kind === 'undo-cancel') {
      this.#pause();
      this.#withCancel((cancel) => (action.kind === 'cancel' ? cancel.press() : cancel.undo()));
      return;
    }
    const move = this.#toMove(action);
    this.#player = movePlayer(this.#player, move);
    this.#show();
    this.#keepTime();
  }

  /** Draws the same run on the other axis. */
  async #turn(): Promise<void> {
    const drawing = this.#drawnBy ?? (await this.#fetchDrawing());
    const { run, axis } = this.#run;
    const other = axis === 'step' ? 'time' : 'step';
    drawing.drawRun(this.#host, run, other);
    this.#prepare(run, drawing, other);
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
    return writeStepLink(this.#host.dataset['name'] ?? '', this.#player.step, this.run.trace.language, this.requests);
  }

  /** Says that the address is copied, or shows it. */
  sayLink(link: string, isCopied: boolean): void {
    const { step } = this.#player;
    const said = isCopied ? `The link to step ${step} is copied.` : `The link to step ${step}: ${link}`;
    this.#host.querySelector('.sentence')?.replaceChildren(said);
  }

  #toMove(action: Exclude<StageAction, { kind: 'axis' | 'cancel' | 'undo-cancel' }>): PlayerAction {
    const { run, playhead } = this.#run;
    if (action.kind === 'switch') {
      return { kind: 'jump', step: findSwitch(listRunners(run), this.#player.step, action.direction) };
    }
    return action.kind === 'point' ? { kind: 'jump', step: playhead.stepAt(action.x) } : action;
  }

  /** Stops playing; for an element that leaves the page. */
  sleep(): void {
    clearTimeout(this.#timer);
    this.#listening.abort();
    this.#cancel?.leave();
    this.#player = { ...this.#player, playing: false };
  }

  #pause(): void {
    this.#player = { ...this.#player, playing: false };
    this.#show();
    this.#keepTime();
  }

  #keepTime(): void {
    clearTimeout(this.#timer);
    if (!this.#player.playing) return;
    this.#timer = setTimeout(() => this.act({ kind: 'tick' }), stepMs / this.#player.speed);
  }

  #show(): void {
    this.#isMoved = true;
    const { step, last, playing } = this.#player;
    const { run, playhead, texts } = this.#run;
    const state = step === last ? run.end : run.stateAt(step);
    // First, because it asks how the page is laid out.
    playhead.show(step, state);
    const sentence = this.#sentence(step);
    this.#showControls(sentence);
    this.#showSentence(sentence, playing);
    this.#showLines();
    texts.showOutput(state);
    this.#showPanel(describePanel(run, state));
    this.#frames.show(run, step);
    this.#pins?.show(run, step);
    void this.#showStory();
    texts.showStep(step);
    void this.#showCancel();
    // Last, because these ask as well: the page is laid out once, with everything in place.
    texts.scrollOutput(state);
    for (const listing of Object.values(this.#parts.listings)) showCurrentLine(listing);
    // What the page has shown of a run that had not begun is now shown by the stage.
    this.#host.removeAttribute('data-begins');
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
    if (panel !== null) placeMarkup(panel, renderPanel(this.#panel, listFilled(run)));
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

  async #showCancel(): Promise<void> {
    const cancel = this.#cancel ?? (await this.#fetchCancel().catch(() => undefined));
    cancel?.show();
  }

  #sentence(step: number): string {
    if (this.#player.last === 0) return 'There is no step to show: the program ended before its first.';
    if (step === 0) return 'Before the first step: nothing has run yet.';
    const { run } = this.#run;
    return [describeStep(run, step), describeChanges(run, step, this.#pins?.wordsOf(run))]
      .filter((part) => part !== '')
      .join(' ');
  }

  /** Marks the lines on which frames stand: in the program, in its twin where that is shown beside it, and in an editor that is open. */
  #showLines(): void {
    const { step } = this.#player;
    const twin = this.#twin && { run: this.#twin.run, step: this.#twin.steps[step] ?? 0 };
    const shown = this.#isMoved ? [{ run: this.run, step }, ...(twin === undefined ? [] : [twin])] : [];
    this.onMarks(markListings(this.#parts.programs, shown));
  }
}

const notCanceled =
  'What cancels a task could not be loaded. Is there a network? Press again to try once more. Until then the run stays as it is.';

const notDrawn =
  'What draws this could not be loaded. Is there a network? Press again to try once more. Until then the page stays as it is.';
