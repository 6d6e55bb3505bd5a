import { alignSteps } from '../../engine/show/align-steps.ts';
import type { Axis } from '../../engine/timeline/geometry.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import { openNamedRun, type Run } from '../../engine/trace/named-run.ts';
import type { CancelRequest } from '../../engine/trace/requests/cancel-request.ts';
import type { MadeRun } from './cancel-here.ts';
import { CancelLoader } from './cancel-loader.ts';
import { findMove } from './find-move.ts';
import { KnownRuns, notDrawn } from './known-runs.ts';
import { ListingMarks } from './listing-marks.ts';
import type { PinsPanel } from './pins-panel.ts';
import { Playback } from './playback.ts';
import { chooseAxis, type PreparedRun, prepareRun } from './prepared-run.ts';
import { printPython } from './print-python.ts';
import type { StageAction } from './read-action.ts';
import type { Drawing } from './show-run.ts';
import { findParts } from './stage-parts.ts';
import { StepDisplay } from './step-display.ts';
import { StockRuns } from './stock-runs.ts';

/**
 * Replays one run inside a `<demo-stage>`: decides which of the `KnownRuns` is shown, and lets `StepDisplay` write each step that
 * `Playback` reaches.
 */
export class Stage {
  readonly #host: HTMLElement;
  /** The runs that the build has recorded. */
  readonly stock: StockRuns;
  readonly #runs = new KnownRuns();
  readonly #display: StepDisplay;
  /** Marks the lines of each step; the workbench listens to it for its editors. */
  readonly marks: ListingMarks;
  readonly #cancel: CancelLoader;
  readonly #playback: Playback;
  #run: PreparedRun;
  /** The language that the reader asked for last. Its run may still be loading. */
  #wanted: Language = 'python';
  /** Called when another run is shown. */
  onReplay: () => void = () => undefined;
  /** Whether the page shows another step than the one rendered by the build. */
  #isMoved = false;
  readonly #listening = new AbortController();

  /** Prepares a demo. Rejects if code cannot be fetched, or the page's record of the run cannot be read, which the build rules out. */
  static async open(host: HTMLElement): Promise<Stage> {
    const hasPins = host.querySelector('.pins') !== null;
    return new Stage(host, hasPins ? new (await import('./pins-panel.ts')).PinsPanel(host) : undefined);
  }

  private constructor(host: HTMLElement, pins: PinsPanel | undefined) {
    this.#host = host;
    const parts = findParts(host);
    this.stock = new StockRuns(host);
    this.#display = new StepDisplay(host, parts, pins);
    this.marks = new ListingMarks(parts.programs);
    const run = openNamedRun(this.stock.inPage);
    this.#run = prepareRun(host, run, chooseAxis(host, run));
    this.#cancel = new CancelLoader({
      host,
      left: this.#listening.signal,
      now: () => ({ run: this.run, step: this.step, made: this.#runs.madeOf(this.run.trace) }),
      replace: (run, step, drawing) => this.#replace(run, step, drawing),
      say: (text, quiet) => this.#display.say(text, quiet),
    });
    void this.#complete();
    printPython((language) => this.turnTo(language), this.#listening.signal);
    const last = run.steps.length;
    const step = host.hasAttribute('data-begins') ? 0 : last;
    this.#playback = new Playback({ step, last, playing: false, speed: 1 }, () => this.act({ kind: 'tick' }));
  }

  /** The reader's step. */
  get step(): number {
    return this.#playback.player.step;
  }

  /** The run that is shown. */
  get run(): Run {
    return this.#run.run;
  }

  /** The shown run, as it is drawn. */
  get prepared(): PreparedRun {
    return this.#run;
  }

  /** The reader's requests for the shown run. */
  get requests(): readonly CancelRequest[] {
    return this.#cancel.loaded?.requestsOf(this.run.trace) ?? [];
  }

  /** Registers the reader's own run of a program and shows it, at its end. */
  load(run: Run, drawing: Drawing, made: MadeRun): void {
    this.#runs.keep(run, drawing, made);
    this.#isMoved = true;
    this.#replay(run, drawing);
  }

  /** Shows the recorded run of a program, at its end. Rejects with a message for the reader if it cannot be loaded. */
  async showStock(language: Language): Promise<void> {
    this.#runs.forget(language);
    this.#wanted = language;
    const [trace, drawing] = await Promise.all([this.stock.fetch(language), this.#runs.fetchDrawing()]);
    if (this.#wanted === language) this.#replay(openNamedRun(trace), drawing);
  }

  /**
   * Shows the run of the other program, at the reader's step if both have the same steps. Rejects with a message for the reader if
   * that run cannot be loaded; the shown one then stays.
   */
  async turnTo(language: Language): Promise<void> {
    this.#wanted = language;
    if (language === this.run.trace.language) return;
    const own = this.#runs.ownOf(language);
    const run = own ?? openNamedRun(language === 'python' ? this.stock.python : await this.stock.fetch(language));
    // At once if it has been loaded already: a page that is about to be printed does not wait.
    const drawing = this.#runs.drawingOf(run.trace) ?? (await this.#runs.fetchDrawing());
    if (this.#wanted !== language || this.run.trace.language === language) return;
    const carry = this.#cancel.loaded?.carry();
    this.#replay(run, drawing, alignSteps(this.run, run)?.[this.step]);
    // What the reader cancels is canceled in the other program as well, unless that has a run of its own.
    if (!this.#runs.ownOf(language)) carry?.();
  }

  /** Also marks the lines of the other program if both have the same steps, or stops marking them. */
  async showBeside(isBeside: boolean): Promise<void> {
    const { language } = this.run.trace;
    const other = language === 'python' ? 'typescript' : 'python';
    this.marks.removeTwin();
    if (isBeside) {
      const twin = this.#runs.ownOf(other) ?? openNamedRun(await this.stock.fetch(other));
      if (this.run.trace.language === language) this.marks.addTwin(this.run, twin);
    }
    this.#showMarks();
  }

  /** Shows another run, at its end unless a step is given. A reader who has not stepped yet gets no message about it. */
  #replay(run: Run, drawing: Drawing, step?: number): void {
    this.#cancel.loaded?.leave();
    this.#wanted = run.trace.language;
    this.#run.close?.();
    this.#display.draw(run, drawing);
    this.#prepare(run, drawing, chooseAxis(this.#host, run));
    this.marks.removeTwin();
    this.#display.showAxis(this.#run);
    this.#playback.take(run.steps.length, step);
    if (this.#isMoved || this.#host.hasAttribute('data-begins')) this.#show();
    else this.#display.showWhole(run, this.#playback.player);
    this.onReplay();
    if (this.#host.hasAttribute('data-beside')) void this.showBeside(true).catch(() => undefined);
  }

  #prepare(run: Run, drawing: Drawing, axis: Axis): void {
    this.#run = (drawing.prepareRun ?? prepareRun)(this.#host, run, axis);
  }

  /** The page does not have the values of variables until a reader uses the demo. */
  async #complete(): Promise<void> {
    const trace = await this.stock.completePython();
    if (trace === this.stock.inPage || this.run.trace !== this.stock.inPage) return;
    // The same events in the same order, so the drawing of them stays.
    this.#run = { ...this.#run, run: openNamedRun(trace) };
    if (this.#isMoved) this.#show();
  }

  /** Makes the shown run again with requests, and goes to the last of them. */
  ask(requests: readonly CancelRequest[]): void {
    this.#cancel.use((cancel) => cancel.follow(requests));
  }

  /** Goes to the step that the address names, in the run that it asks for. */
  follow(step: number): void {
    this.act({ kind: 'jump', step });
    const isOfOther = /:.*:/.test(location.hash) || this.requests.length > 0;
    if (isOfOther) this.#cancel.use((cancel) => cancel.followLink(step));
  }

  /** Shows another run of the shown program. If it was shown before, its drawing code is known. */
  async #replace(run: Run, step: number, drawing?: Drawing): Promise<void> {
    const shown = run.trace === this.stock.inPage ? openNamedRun(this.stock.python) : run;
    if (shown === this.run) {
      this.act({ kind: 'jump', step });
      return;
    }
    const by = drawing ?? this.#runs.drawingOf(shown.trace) ?? (await this.#runs.fetchDrawing());
    this.#runs.keep(shown, by, this.#runs.madeOf(shown.trace) ?? this.#runs.madeOf(this.run.trace));
    this.#isMoved = true;
    this.#replay(shown, by, step);
  }

  act(action: StageAction): void {
    if (action.kind === 'axis') void this.#turn().catch(() => this.#display.say(notDrawn));
    else if (action.kind === 'cancel' || action.kind === 'undo-cancel') {
      this.#playback.pause();
      this.#show();
      this.#cancel.use((cancel) => (action.kind === 'cancel' ? cancel.press() : cancel.undo()));
    } else {
      this.#playback.move(findMove(action, this.#run, this.step));
      this.#show();
      this.#playback.keepTime();
    }
  }

  /** Draws the same run on the other axis. */
  async #turn(): Promise<void> {
    const drawing = this.#runs.drawingOf(this.run.trace) ?? (await this.#runs.fetchDrawing());
    const { run, axis } = this.#run;
    const other = axis === 'step' ? 'time' : 'step';
    drawing.drawRun(this.#host, run, other);
    this.#prepare(run, drawing, other);
    this.#display.showAxis(this.#run);
    this.#show();
  }

  /** Returns the address of this step. It rejects where what writes it cannot be fetched. */
  async writeLink(): Promise<string> {
    const { writeStepLink } = await import('./write-step-link.ts');
    return writeStepLink(this.#host.dataset['name'] ?? '', this.step, this.run.trace.language, this.requests);
  }

  /** Says that the address was copied, or shows it. */
  sayLink(link: string, isCopied: boolean): void {
    this.#display.sayLink(this.step, link, isCopied);
  }

  /** Stops playing; for an element that leaves the page. */
  sleep(): void {
    this.#playback.pause();
    this.#listening.abort();
    this.#cancel.loaded?.leave();
  }

  #show(): void {
    this.#isMoved = true;
    const { run, step } = this;
    const state = step === run.steps.length ? run.end : run.stateAt(step);
    const { player } = this.#playback;
    this.#display.show(this.#run, player, state);
    void this.#cancel.show();
    // The page showed this part of a run that had not begun; now the stage shows it.
    this.#host.removeAttribute('data-begins');
    // After everything else, because an editor reads the selection, for which the browser lays out the page.
    this.#showMarks();
    this.#display.scroll(this.#run, player, state);
  }

  #showMarks(): void {
    this.marks.show(this.#isMoved ? { run: this.run, step: this.step } : undefined);
  }
}
