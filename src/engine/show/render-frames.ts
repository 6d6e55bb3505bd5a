import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Run } from '../trace/open-run.ts';
import { type FrameText, listFrameTexts, type VariableText } from './frame-list.ts';
import { measureFrames } from './measure-frames.ts';

/** The frames of a step as HTML: two lists of separate cards, so that only changed cards need to be written. */
export type FrameMarkup = Readonly<Record<FrameListKey, readonly CardMarkup[]>>;

export type FrameListKey = 'stack' | 'suspended';

/** `key` identifies the same frame at every step. */
export type CardMarkup = { readonly key: string; readonly html: string };

export type FrameOptions = {
  /** The demo's name, with which the addresses of its lines begin. */
  readonly name: string;
  /** Whether a variable's name is a button that shows where it was set. */
  readonly live?: boolean;
};

const frameHeadings: Readonly<Record<FrameListKey, string>> = {
  stack: 'Call stack',
  // Most of these are suspended; others have not begun, and the module has ended.
  suspended: 'Not on the stack',
};

/** Returns the frames of a run at a step as cards; step 0 is before the first one. */
export function renderCards(run: Run, step: number, options: FrameOptions): FrameMarkup {
  const { stack, suspended, more } = listFrameTexts(run, step);
  const address = (line: number): string => nameLine(options.name, run.trace.language, line);
  const card = (frame: FrameText, isLinked: boolean): CardMarkup => renderCard(frame, isLinked, address, options);
  return {
    stack: [...stack.map((frame, at) => card(frame, at > 0)), ...renderMore('stack', more.stack)],
    suspended: [
      ...suspended.flatMap((chain) => chain.map((frame, at) => card(frame, at > 0))),
      ...renderMore('suspended', more.suspended),
    ],
  };
}

/** Returns both lists complete, as the build puts them into the page. */
export function renderFrames(run: Run, step: number, options: FrameOptions): string {
  const cards = renderCards(run, step, options);
  const { wide, narrow } = measureFrames(run);
  const list = (key: FrameListKey): string =>
    `<div data-frames="${key}"><p class="heading">${frameHeadings[key]}</p><ol>${cards[key].map(({ html }) => html).join('')}</ol></div>`;
  return `${list('stack')}${list('suspended')}${renderRuler('wide', wide)}${renderRuler('narrow', narrow)}`;
}

/** Reserves the room that the tallest step needs, without a style attribute, because the page's policy does not allow one. */
function renderRuler(kind: string, height: number): string {
  return `<svg class="ruler ${kind}" width="1" height="${height}" aria-hidden="true"></svg>`;
}

/** The address of a line in the listing of a demo. */
export function nameLine(name: string, language: Run['trace']['language'], line: number): string {
  return `${name}-${language}-${line}`;
}

function renderCard(
  { id, call, mark, status, state, line, variables, waits }: FrameText,
  isLinked: boolean,
  address: (line: number) => string,
  { live = false }: FrameOptions,
): CardMarkup {
  const place =
    line === null ? '' : ` <a href="#${escapeMarkup(address(line))}" data-go-to-line="${line}">line ${line}</a>`;
  const rows = variables.map((variable) => renderVariable(id, variable, live)).join('');
  const list = rows === '' ? '' : `<dl>${rows}</dl>`;
  const wait = waits === null ? '' : `<p class="waits">${escapeMarkup(waits)}</p>`;
  const head = `<p class="call"><b>${escapeMarkup(call)}</b>${renderMark(mark)} <span>${escapeMarkup(state)}</span>${place}</p>`;
  const linked = isLinked ? ' data-linked' : '';
  const height = 1 + variables.length + (waits === null ? 0 : 1);
  return {
    key: String(id),
    html: `<li class="card" data-card="${id}" data-rows="${height}" data-status="${status}"${linked}>${head}${list}${wait}</li>`,
  };
}

function renderVariable(frame: number, { name, short, whole, mark, change }: VariableText, live: boolean): string {
  const text = escapeMarkup(name);
  const label = live
    ? `<button type="button" data-variable="${text}" data-of="${frame}" aria-haspopup="dialog">${text}</button>`
    : text;
  const code = `<code>${escapeMarkup(short)}</code>`;
  const value =
    whole === null
      ? code
      : `<details><summary>${code}</summary><code class="whole">${escapeMarkup(whole)}</code></details>`;
  const news = change === null ? '' : ` <span class="news">${change === 'assigned' ? 'set' : 'changed'}</span>`;
  return `<div${change === null ? '' : ` data-change="${change}"`}><dt>${label}</dt><dd>${value}${renderMark(mark)}${news}</dd></div>`;
}

function renderMark(mark: string | null): string {
  return mark === null ? '' : ` <span class="same" title="the same object">${mark}</span>`;
}

function renderMore(key: string, count: number): readonly CardMarkup[] {
  return count === 0 ? [] : [{ key: `more-${key}`, html: `<li class="more">and ${count} more</li>` }];
}
