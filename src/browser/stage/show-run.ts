import { describeEnding } from '../../engine/show/describe-outcome.ts';
import { listLegend } from '../../engine/show/list-legend.ts';
import { measureFrames } from '../../engine/show/measure-frames.ts';
import { renderConsole } from '../../engine/show/render-console.ts';
import { renderSteps, titleSteps } from '../../engine/show/render-steps.ts';
import type { Axis } from '../../engine/timeline/geometry.ts';
import type { Pin } from '../../engine/trace/pins/parse-pins.ts';
import type { Run } from '../../engine/trace/open-run.ts';
import { placeDrawing } from './place-drawing.ts';
import { placeMarkup } from './place-markup.ts';
import { chooseAxis, type prepareRun } from './prepared-run.ts';

export { collectNames } from '../../engine/trace/variables/collect-names.ts';

/** Draws a run that the page has no drawing of, and prepares it for replay if it is not drawn as the build would draw it. */
export type Drawing = {
  readonly showRun: typeof showRun;
  readonly drawRun: typeof drawRun;
  readonly prepareRun?: typeof prepareRun;
};

/**
 * Shows another run in a demo: its drawing, its console and its steps as text, as the build would have rendered them. Fetched for
 * the first run that the page has no drawing of.
 */
export function showRun(host: HTMLElement, run: Run, pins: readonly Pin[] = []): void {
  drawRun(host, run, chooseAxis(host, run));
  const lines = host.querySelector('.console ol');
  if (lines !== null) placeMarkup(lines, renderConsole(run));
  const steps = host.querySelector('.steps ol');
  if (steps !== null) placeMarkup(steps, renderSteps(run, pins));
  showKind(host, run);
}

/**
 * Updates what surrounds the drawing, console and steps of another run: how it ended, how long it is, its legend, and the room for
 * its frames.
 */
export function showKind(host: HTMLElement, run: Run): void {
  showEnding(host, run);
  const summary = host.querySelector('.steps summary');
  if (summary !== null) summary.textContent = titleSteps(run);
  const legend = listLegend(run);
  for (const entry of host.querySelectorAll<HTMLElement>('.legend [data-key]')) {
    entry.hidden = ![...legend].some((key) => key === entry.dataset['key']);
  }
  const range = host.querySelector<HTMLInputElement>('.scrubber input');
  if (range !== null) range.max = String(run.steps.length);
  makeRoom(host, run);
  host.dataset['shows'] = run.trace.language;
  const runtime = host.querySelector('.runtime');
  if (runtime !== null) runtime.textContent = run.trace.runtime;
}

/** Draws the run of a demo again, on another axis. */
export function drawRun(host: HTMLElement, run: Run, axis: Axis): void {
  const name = host.dataset['name'] ?? '';
  const picture = host.querySelector('.picture');
  if (picture !== null) placeDrawing(picture, run, name, host.dataset['title'] ?? name, axis);
}

function showEnding(host: HTMLElement, run: Run): void {
  host.querySelector('.console')?.toggleAttribute('data-timeless', run.isTimeless);
  const ending = host.querySelector<HTMLElement>('.console .ending');
  if (ending === null) return;
  ending.textContent = describeEnding(run.trace.outcome) ?? '';
  ending.hidden = ending.textContent === '';
}

/** Reserves the height of the tallest step's frames. */
function makeRoom(host: HTMLElement, run: Run): void {
  const heights = measureFrames(run);
  for (const kind of ['wide', 'narrow'] as const) {
    host.querySelector(`.frames .ruler.${kind}`)?.setAttribute('height', String(heights[kind]));
  }
}
