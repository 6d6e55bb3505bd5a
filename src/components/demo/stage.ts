import { describeStep } from '../../trace/describe-step.ts';
import type { Trace } from '../../trace/events.ts';
import { foldTrace } from '../../trace/fold-trace.ts';
import { listSteps, type Step } from '../../trace/list-steps.ts';
import { parseTrace } from '../../trace/parse-trace.ts';
import { listStandingLines } from '../../trace/read-state.ts';
import type { RunState } from '../../trace/run-state.ts';
import { findSwitch, movePlayer, type Player, stepMs } from './player.ts';
import type { StageAction } from './read-action.ts';
import { describePanel } from './run-panel.ts';
import { showPanel } from './show-panel.ts';
import { Playhead } from './playhead.ts';

/** Replays one run inside a `<demo-stage>`: draws nothing anew, only says of what is drawn what has happened yet. */
export class Stage {
  readonly #host: HTMLElement;
  readonly #trace: Trace;
  readonly #steps: readonly Step[];
  /** Who runs at each step, by step number. */
  readonly #runners: readonly (number | null)[];
  readonly #playhead: Playhead;
  #player: Player;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @throws if the page's own record of the run cannot be read, which the build excludes. */
  constructor(host: HTMLElement) {
    this.#host = host;
    this.#trace = parseTrace(JSON.parse(host.querySelector('script.trace')?.textContent ?? 'null'));
    this.#steps = listSteps(this.#trace);
    this.#runners = [
      null,
      ...this.#steps.map(({ event, last }) => runnerOf(foldTrace(this.#trace, last)) ?? event.task),
    ];
    this.#playhead = new Playhead(host, this.#trace);
    this.#player = { step: this.#steps.length, last: this.#steps.length, playing: false, speed: 1 };
  }

  act(action: StageAction): void {
    const move =
      action.kind === 'switch'
        ? ({ kind: 'jump', step: findSwitch(this.#runners, this.#player.step, action.direction) } as const)
        : action;
    this.#player = movePlayer(this.#player, move);
    this.#show();
    this.#keepTime();
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
    const seq = step === 0 ? -1 : (this.#steps[step - 1]?.last ?? -1);
    const state = foldTrace(this.#trace, step === last ? this.#trace.events.length - 1 : seq);
    this.#showControls();
    this.#showSentence(step, playing);
    this.#showLines(state);
    this.#showOutput(state);
    showPanel(this.#host, describePanel(this.#trace, state));
    this.#playhead.show(step);
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
    return step === 0 ? 'Before the first step: nothing has run yet.' : describeStep(this.#trace, step);
  }

  #showLines(state: RunState): void {
    for (const line of this.#host.querySelectorAll('.line[data-mark]')) line.removeAttribute('data-mark');
    const program = this.#host.querySelector(`.program[data-language="${this.#trace.language}"]`);
    // The running frame's mark wins on a line where several frames stand.
    const order = { suspended: 0, calling: 1, running: 2 };
    for (const { line, how } of [...listStandingLines(state)].sort((a, b) => order[a.how] - order[b.how])) {
      program?.querySelector(`.line[data-line="${line}"]`)?.setAttribute('data-mark', how);
    }
  }

  #showOutput(state: RunState): void {
    for (const item of this.#host.querySelectorAll('[data-output]')) {
      item.toggleAttribute('data-future', Number(item.getAttribute('data-output')) > state.seq);
    }
    this.#host.querySelector('.ending')?.toggleAttribute('data-future', state.seq < this.#trace.events.length - 1);
  }

  #showCurrentStep(step: number): void {
    this.#host.querySelector('.steps [aria-current]')?.removeAttribute('aria-current');
    this.#host.querySelector(`.steps [data-step="${step}"]`)?.setAttribute('aria-current', 'step');
  }
}

/** The task, or for plain generators the frame, that runs in a state. */
function runnerOf(state: RunState): number | null {
  return state.running.at(-1) ?? (state.tasks.length === 0 ? state.stack.at(-1) : undefined) ?? null;
}
