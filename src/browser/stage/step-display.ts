import type { Player } from '../../engine/show/player.ts';
import { renderPanel } from '../../engine/show/render-panel.ts';
import { describePanel, listFilled, type RunPanel } from '../../engine/show/run-panel.ts';
import type { Run } from '../../engine/trace/named-run.ts';
import type { RunState } from '../../engine/trace/state/run-state.ts';
import { describeChanges } from '../../engine/trace/words/describe-changes.ts';
import { describeStep } from '../../engine/trace/words/describe-step.ts';
import { FramesPanel } from './frames-panel.ts';
import type { PinsPanel } from './pins-panel.ts';
import { placeMarkup } from './place-markup.ts';
import type { PreparedRun } from './prepared-run.ts';
import { showCurrentLine } from './show-current-line.ts';
import { showPanel } from './show-panel.ts';
import type { Drawing } from './show-run.ts';
import type { StageParts } from './stage-parts.ts';
import { StoryLoader } from './story-loader.ts';

/** Writes a step into a demo: controls and sentence, and the run's lists, frames, pinned variables and output at that step. */
export class StepDisplay {
  readonly #host: HTMLElement;
  readonly #parts: StageParts;
  readonly #frames: FramesPanel;
  /** Undefined if the demo pins no variables. */
  readonly #pins: PinsPanel | undefined;
  /** Shows the story of a variable. */
  readonly #story: StoryLoader;
  /** The lists beside the drawing as they are shown; undefined while they are as the build rendered them. */
  #panel: RunPanel | undefined;

  constructor(host: HTMLElement, parts: StageParts, pins: PinsPanel | undefined) {
    this.#host = host;
    this.#parts = parts;
    this.#frames = new FramesPanel(parts.frames, host.dataset['name'] ?? '');
    this.#pins = pins;
    this.#story = new StoryLoader(host);
  }

  /** Draws another run, which may be of another kind, with other lists and more entries. None of its steps is shown yet. */
  draw(run: Run, drawing: Drawing): void {
    const { panel } = this.#parts;
    drawing.showRun(this.#host, run, this.#pins?.pinsOf(run));
    this.#panel = describePanel(run, run.stateAt(0));
    if (panel !== null) placeMarkup(panel, renderPanel(this.#panel, listFilled(run)));
  }

  /** As the build shows a run: complete, with the lists and frames of its end. */
  showWhole(run: Run, player: Player): void {
    this.#showControls(player, '');
    this.#parts.range?.removeAttribute('aria-valuetext');
    this.#showPanel(describePanel(run, run.end));
    this.#frames.show(run, run.steps.length);
    this.#pins?.show(run, run.steps.length);
  }

  /** Shows the player's step, in a state of the run at that step. */
  show({ run, playhead, texts }: PreparedRun, player: Player, state: RunState): void {
    const { step, playing } = player;
    playhead.show(step, state);
    const sentence = this.#describe(run, player);
    this.#showControls(player, sentence);
    this.say(sentence, playing);
    texts.showOutput(state);
    this.#showPanel(describePanel(run, state));
    this.#frames.show(run, step);
    this.#pins?.show(run, step);
    void this.#story.show(run, step);
    texts.showStep(step);
  }

  /**
   * Makes everything that the step has written visible. Must be called when everything is written, because it measures the layout:
   * whatever is written after that is laid out a second time.
   */
  scroll({ playhead, texts }: PreparedRun, { step }: Player, state: RunState): void {
    playhead.scrollTo(step);
    texts.scrollOutput(state);
    for (const listing of Object.values(this.#parts.listings)) showCurrentLine(listing);
  }

  /** Shows on which axis the run is drawn, if it can be drawn on both. */
  showAxis({ run, axis }: PreparedRun): void {
    const button = this.#host.querySelector<HTMLElement>('[data-action="axis"]');
    if (button === null) return;
    button.hidden = !run.passesTime;
    button.setAttribute('aria-pressed', String(axis === 'time'));
  }

  /**
   * Shows a message instead of the step's sentence. It is announced once. It is not announced while the run plays (`quiet`),
   * because a screen reader would fall behind, nor while the range has the focus, because the range's own text says the same.
   */
  say(text: string, quiet = false): void {
    const { sentence, range } = this.#parts;
    const isSaid = quiet || (range !== null && document.activeElement === range);
    sentence?.setAttribute('aria-live', isSaid ? 'off' : 'polite');
    if (sentence !== null) sentence.textContent = text;
  }

  /** Says that the address of a step was copied, or shows it. */
  sayLink(step: number, link: string, isCopied: boolean): void {
    const said = isCopied ? `The link to step ${step} is copied.` : `The link to step ${step}: ${link}`;
    this.#parts.sentence?.replaceChildren(said);
  }

  #describe(run: Run, { step, last }: Player): string {
    if (last === 0) return 'There is no step to show: the program ended before its first.';
    if (step === 0) return 'Before the first step: nothing has run yet.';
    return [describeStep(run, step), describeChanges(run, step, this.#pins?.wordsOf(run))]
      .filter((part) => part !== '')
      .join(' ');
  }

  #showControls({ step, last, playing }: Player, sentence: string): void {
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

  #showPanel(lists: RunPanel): void {
    const { panel } = this.#parts;
    if (panel !== null) showPanel(panel, lists, this.#panel);
    this.#panel = lists;
  }
}
