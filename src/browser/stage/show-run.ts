import type { Axis } from '../../engine/timeline/geometry.ts';
import { chooseView } from '../../engine/trace/state/choose-view.ts';
import type { Trace } from '../../engine/trace/event/events.ts';
import { describeEvent } from '../../engine/trace/words/describe-step.ts';
import { formatSeconds } from '../../engine/trace/words/format-seconds.ts';
import { listSteps } from '../../engine/trace/state/list-steps.ts';
import { describeEnding } from '../../engine/show/describe-outcome.ts';
import { listConsoleLines } from '../../engine/show/list-console-lines.ts';
import { listLegend } from '../../engine/show/list-legend.ts';
import { passesTime } from '../../engine/show/passes-time.ts';
import { placeDrawing } from './place-drawing.ts';

/** Shows another run in a demo: its drawing, its console and its steps as text, as the build would have rendered them. */
export function showRun(host: HTMLElement, trace: Trace): void {
  const name = host.dataset['name'] ?? '';
  drawRun(host, trace, 'step');
  showConsole(host, trace);
  showSteps(host, trace, name);
  const legend = listLegend(trace);
  for (const entry of host.querySelectorAll<HTMLElement>('.legend [data-key]')) {
    entry.hidden = ![...legend].some((key) => key === entry.dataset['key']);
  }
  const range = host.querySelector<HTMLInputElement>('.controls input[type="range"]');
  if (range !== null) range.max = String(listSteps(trace).length);
  const runtime = host.querySelector('.runtime');
  if (runtime !== null) runtime.textContent = trace.runtime;
}

/** Draws the run of a demo again, on an axis. */
export function drawRun(host: HTMLElement, trace: Trace, axis: Axis): void {
  const name = host.dataset['name'] ?? '';
  const picture = host.querySelector('.picture');
  if (picture !== null) placeDrawing(picture, trace, name, host.dataset['title'] ?? name, axis);
}

function showConsole(host: HTMLElement, trace: Trace): void {
  host.querySelector('.console ol')?.replaceChildren(
    ...listConsoleLines(trace).map(({ seq, time, text, isWarning }) => {
      const line = document.createElement('samp');
      line.textContent = text;
      const item = element('li', element('span.time', formatSeconds(time)), ' ', line);
      item.dataset['output'] = String(seq);
      item.classList.toggle('warning', isWarning);
      return item;
    }),
  );
  const isTimeless = chooseView(trace) === 'frames' && !passesTime(trace);
  host.querySelector('.console')?.toggleAttribute('data-timeless', isTimeless);
  const ending = host.querySelector<HTMLElement>('.console .ending');
  if (ending === null) return;
  ending.textContent = describeEnding(trace.outcome) ?? '';
  ending.hidden = ending.textContent === '';
}

function showSteps(host: HTMLElement, trace: Trace, name: string): void {
  const steps = listSteps(trace);
  const summary = host.querySelector('.steps summary');
  if (summary !== null) summary.textContent = `The run as text, ${steps.length} steps`;
  host.querySelector('.steps ol')?.replaceChildren(
    ...steps.map(({ number }) => {
      const link = document.createElement('a');
      link.href = `#${name}:${number}`;
      link.dataset['step'] = String(number);
      link.textContent = describeEvent(trace, number);
      return element('li', link);
    }),
  );
}

/** An element by tag, or tag and class: `span.time`. */
function element(name: string, ...children: readonly (Node | string)[]): HTMLElement {
  const [tag = '', className] = name.split('.');
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  made.append(...children);
  return made;
}
