import { describeStep } from '../../trace/describe-step.ts';
import type { Trace } from '../../trace/events.ts';
import { foldTrace } from '../../trace/fold-trace.ts';
import { listSteps, type Step } from '../../trace/list-steps.ts';
import { parseTrace } from '../../trace/parse-trace.ts';
import { listStandingLines } from '../../trace/read-state.ts';
import type { RunState } from '../../trace/run-state.ts';
import { findSwitch, movePlayer, type Player, type PlayerAction, stepMs } from './player.ts';
import type { StageAction } from './read-action.ts';
import { describePanel } from './run-panel.ts';
import { showPanel } from './show-panel.ts';
import { showRun } from './show-run.ts';
import { Playhead } from './playhead.ts';
import type { LineMarks } from './line-marks.ts';

/** Replays one run inside a `<demo-stage>`: draws nothing anew, only says of what is drawn what has happened yet. */
export class Stage {
  readonly #host: HTMLElement;
  /** The run that the build has drawn. */
  readonly stock: Trace;
  #run: Run;
  /** Told of the marked lines at every step; the workbench passes them to its editors. */
  onMarks: (language: Trace['language'], marks: LineMarks) => void = () => undefined;
  #player: Player;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @throws if the page's own record of the run cannot be read, which the build excludes. */
  constructor(host: HTMLElement) {
    this.#host = host;
    this.stock = parseTrace(JSON.parse(host.querySelector('script.trace')?.textContent ?? 'null'));
    this.#run = prepareRun(host, this.stock);
    this.#player = { step: this.#run.steps.length, last: this.#run.steps.length, playing: false, speed: 1 };
  }

  /** The step the reader is at. */
  get step(): number {
    return this.#player.step;
  }

  /** Takes another run in the place of the one shown, drawn and told whole, with the reader at its end. */
  load(trace: Trace): void {
    clearTimeout(this.#timer);
    showRun(this.#host, trace);
    this.#run = prepareRun(this.#host, trace);
    const last = this.#run.steps.length;
    this.#player = { ...this.#player, step: last, last, playing: false };
    this.#show();
  }

  act(action: StageAction): void {
    const move = this.#toMove(action);
    this.#player = movePlayer(this.#player, move);
    this.#show();
    this.#keepTime();
  }

  #toMove(action: StageAction): PlayerAction {
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
    const { trace, steps, playhead } = this.#run;
    const seq = step === 0 ? -1 : (steps[step - 1]?.last ?? -1);
    const state = foldTrace(trace, step === last ? trace.events.length - 1 : seq);
    this.#showControls();
    this.#showSentence(step, playing);
    this.#showLines(state);
    this.#showOutput(state);
    showPanel(this.#host, describePanel(trace, state));
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

  /** Marks the lines on which frames stand, in the program as the page shows it and in an editor that is open on it. */
  #showLines(state: RunState): void {
    for (const line of this.#host.querySelectorAll('.line[data-mark]')) line.removeAttribute('data-mark');
    const program = this.#host.querySelector(`.program[data-language="${this.#run.trace.language}"]`);
    // The running frame's mark wins on a line where several frames stand.
    const order = { suspended: 0, calling: 1, running: 2 };
    const lines = [...listStandingLines(state)].sort((a, b) => order[a.how] - order[b.how]);
    const marks = new Map(lines.map(({ line, how }) => [line, how]));
    for (const [line, how] of marks) {
      program?.querySelector(`.line[data-line="${line}"]`)?.setAttribute('data-mark', how);
    }
    this.onMarks(this.#run.trace.language, marks);
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
  readonly steps: readonly Step[];
  readonly runners: readonly (number | null)[];
  readonly playhead: Playhead;
};

function prepareRun(host: HTMLElement, trace: Trace): Run {
  const steps = listSteps(trace);
  const runners = [null, ...steps.map(({ event, last }) => runnerOf(foldTrace(trace, last)) ?? event.task)];
  return { trace, steps, runners, playhead: new Playhead(host, trace) };
}

/** The task, or for plain generators the frame, that runs in a state. */
function runnerOf(state: RunState): number | null {
  return state.running.at(-1) ?? (state.tasks.length === 0 ? state.stack.at(-1) : undefined) ?? null;
}
