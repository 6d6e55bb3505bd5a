import { describeStep } from '../../trace/describe-step.ts';
import type { Trace } from '../../trace/events.ts';
import { foldTrace } from '../../trace/fold-trace.ts';
import { listSteps, type Step } from '../../trace/list-steps.ts';
import { parseTrace } from '../../trace/parse-trace.ts';
import type { RunState } from '../../trace/run-state.ts';
import { findSwitch, movePlayer, type Player, type PlayerAction, stepMs } from './player.ts';
import type { StageAction } from './read-action.ts';
import { describePanel, selectTask } from './run-panel.ts';
import { passesTime } from './passes-time.ts';
import { showPanel } from './show-panel.ts';
import { drawRun, showRun } from './show-run.ts';
import { markLines, readTwinMarks, type TwinMarks } from './twin-marks.ts';
import type { Axis } from '../../timeline/geometry.ts';
import { Playhead } from './playhead.ts';
import type { LineMarks } from './line-marks.ts';

/** Replays one run inside a `<demo-stage>`: draws nothing anew, only says of what is drawn what has happened yet. */
export class Stage {
  readonly #host: HTMLElement;
  /** The run that the build has drawn. */
  readonly stock: Trace;
  /** The lines of its Python twin at each step, where the two step alike. */
  readonly stockTwin: TwinMarks | undefined;
  #run: Run;
  /** Told of the marked lines at every step; the workbench passes them to its editors. */
  onMarks: (language: Trace['language'], marks: LineMarks) => void = () => undefined;
  #player: Player;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @throws if the page's own record of the run cannot be read, which the build excludes. */
  constructor(host: HTMLElement) {
    this.#host = host;
    this.stock = parseTrace(JSON.parse(host.querySelector('script.trace')?.textContent ?? 'null'));
    this.stockTwin = readTwin(host);
    this.#run = prepareRun(host, this.stock, this.stockTwin);
    this.#player = { step: this.#run.steps.length, last: this.#run.steps.length, playing: false, speed: 1 };
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
    showRun(this.#host, trace);
    this.#run = prepareRun(this.#host, trace, twin);
    this.#showAxis();
    const last = this.#run.steps.length;
    this.#player = { ...this.#player, step: last, last, playing: false };
    this.#show();
  }

  act(action: StageAction): void {
    if (action.kind === 'axis') {
      this.#turn();
      return;
    }
    if (action.kind === 'copy-link') {
      void this.#copyLink();
      return;
    }
    const move = this.#toMove(action);
    this.#player = movePlayer(this.#player, move);
    this.#show();
    this.#keepTime();
  }

  /** Draws the same run on the other axis. */
  #turn(): void {
    const { trace, twin, axis } = this.#run;
    const other = axis === 'step' ? 'time' : 'step';
    drawRun(this.#host, trace, other);
    this.#run = prepareRun(this.#host, trace, twin, other);
    this.#showAxis();
    this.#show();
  }

  #showAxis(): void {
    const button = this.#host.querySelector<HTMLElement>('[data-action="axis"]');
    if (button === null) return;
    button.hidden = !passesTime(this.#run.trace);
    button.setAttribute('aria-pressed', String(this.#run.axis === 'time'));
  }

  async #copyLink(): Promise<void> {
    const link = new URL(`#${this.#host.dataset['name'] ?? ''}:${this.#player.step}`, location.href).href;
    const sentence = this.#host.querySelector('.sentence');
    try {
      await navigator.clipboard.writeText(link);
      sentence?.replaceChildren(`The link to step ${this.#player.step} is copied.`);
    } catch {
      sentence?.replaceChildren(`The link to step ${this.#player.step}: ${link}`);
    }
  }

  #toMove(action: Exclude<StageAction, { kind: 'axis' | 'copy-link' }>): PlayerAction {
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
    const { step, last, playing } = this.#player;
    const { trace, steps, playhead, twin } = this.#run;
    const seq = step === 0 ? -1 : (steps[step - 1]?.last ?? -1);
    const state = foldTrace(trace, step === last ? trace.events.length - 1 : seq);
    this.#showControls();
    this.#showSentence(step, playing);
    this.#showLines(markLines(state), readTwinMarks(twin, step));
    this.#showOutput(state);
    showPanel(this.#host, describePanel(trace, state, selectTask(steps[step - 1])));
    playhead.show(step);
    this.#showCurrentStep(step);
  }

  #showControls(): void {
    const { step, last, playing } = this.#player;
    const range = this.#host.querySelector<HTMLInputElement>('input[type="range"]');
    if (range !== null) {
      range.value = String(step);
      range.setAttribute('aria-valuetext', step === 0 ? `Before the first of ${last} steps` : this.#sentence(step));
    }
    const position = this.#host.querySelector('.position');
    if (position !== null) position.textContent = `${step} / ${last}`;
    const toggle = this.#host.querySelector('[data-action="toggle"]');
    const label = playing ? 'Stop playing' : 'Play';
    toggle?.toggleAttribute('data-playing', playing);
    toggle?.setAttribute('aria-label', label);
    toggle?.setAttribute('title', label);
  }

  /** While the run plays, the sentence is shown but not announced: a screen reader would fall behind. */
  #showSentence(step: number, playing: boolean): void {
    const sentence = this.#host.querySelector('.sentence');
    sentence?.setAttribute('aria-live', playing ? 'off' : 'polite');
    if (sentence !== null) sentence.textContent = this.#sentence(step);
  }

  #sentence(step: number): string {
    return step === 0 ? 'Before the first step: nothing has run yet.' : describeStep(this.#run.trace, step);
  }

  /** Marks the lines on which frames stand, in both programs as the page shows them and in an editor that is open on one. */
  #showLines(marks: LineMarks, twin: LineMarks): void {
    for (const line of this.#host.querySelectorAll('.line[data-mark]')) line.removeAttribute('data-mark');
    const own = this.#run.trace.language;
    const other = own === 'python' ? 'typescript' : 'python';
    for (const [language, lines] of [[own, marks] as const, [other, twin] as const]) {
      const program = this.#host.querySelector(`.program[data-language="${language}"]`);
      for (const [line, how] of lines) {
        program?.querySelector(`.line[data-line="${line}"]`)?.setAttribute('data-mark', how);
      }
    }
    this.onMarks(own, marks);
  }

  #showOutput(state: RunState): void {
    for (const item of this.#host.querySelectorAll('[data-output]')) {
      item.toggleAttribute('data-future', Number(item.getAttribute('data-output')) > state.seq);
    }
    this.#host.querySelector('.ending')?.toggleAttribute('data-future', state.seq < this.#run.trace.events.length - 1);
  }

  #showCurrentStep(step: number): void {
    this.#host.querySelector('.steps [aria-current]')?.removeAttribute('aria-current');
    this.#host.querySelector(`.steps [data-step="${step}"]`)?.setAttribute('aria-current', 'step');
  }
}

/** A run that is ready to be replayed: its steps, who runs at each (by step number; index 0 is unused), and its playhead. */
type Run = {
  readonly trace: Trace;
  readonly twin: TwinMarks | undefined;
  readonly axis: Axis;
  readonly steps: readonly Step[];
  readonly runners: readonly (number | null)[];
  readonly playhead: Playhead;
};

function prepareRun(host: HTMLElement, trace: Trace, twin: TwinMarks | undefined, axis: Axis = 'step'): Run {
  const steps = listSteps(trace);
  const runners = [null, ...steps.map(({ event, last }) => runnerOf(foldTrace(trace, last)) ?? event.task)];
  const playhead = new Playhead(host.querySelector('.picture') ?? host, trace, axis);
  return { trace, twin, axis, steps, runners, playhead };
}

/** The task, or for plain generators the frame, that runs in a state. */
function runnerOf(state: RunState): number | null {
  return state.running.at(-1) ?? (state.tasks.length === 0 ? state.stack.at(-1) : undefined) ?? null;
}

/** The marks that the build has put beside the run; none where the twin steps otherwise. */
function readTwin(host: HTMLElement): TwinMarks | undefined {
  const text = host.querySelector('script.twin')?.textContent;
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as TwinMarks);
}
