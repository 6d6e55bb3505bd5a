import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Pin } from '../trace/pins/parse-pins.ts';
import { type PinCell, type PinText, tellPin } from '../trace/pins/pin-text.ts';
import type { Run } from '../trace/open-run.ts';
import { listFrames } from '../trace/variables/list-frames.ts';
import { mostFrames } from './frame-list.ts';
import { listMeasured } from './list-measured.ts';
import { listShared, writeMark } from './list-shared.ts';

/**
 * Returns the pinned variables of a run at a step as HTML, one piece for each.
 *
 * @param rows how many rows each gets, as `countPinRows` counts them
 */
export function renderPins(run: Run, pins: readonly Pin[], step: number, rows: readonly number[]): readonly string[] {
  const state = run.stateAt(step);
  // As many frames as there are cards, so that both have the same marks.
  const marked = listShared(run, state, listFrames(run, state, state.seq, mostFrames)).objects;
  const adorn = ({ id }: { readonly id: number }, text: string): string =>
    marked.has(id) ? `${text} ${writeMark(id)}` : text;
  return pins.map((pin, at) => renderPin(tellPin(run, pin, step, adorn), rows[at] ?? 1));
}

/** Returns how many rows each pinned variable needs at most during the run, from 1 to 8. */
export function countPinRows(run: Run, pins: readonly Pin[]): readonly number[] {
  return pins.map((pin) => {
    let rows = 1;
    for (const step of listMeasured(run)) {
      if (rows >= mostRows) break;
      const { shape, cells, size } = tellPin(run, pin, step);
      if (shape === 'rows') rows = Math.max(rows, (cells?.length ?? 0) + ((cells?.length ?? 0) < size ? 1 : 0));
    }
    return Math.min(rows, mostRows);
  });
}

const mostRows = 8;

const shapes: Readonly<Record<PinText['shape'], string>> = {
  list: 'list',
  queue: 'queue',
  stack: 'stack',
  heap: 'heap',
  rows: 'by key',
  value: '',
};

/** The text before the first cell and after the last one. */
const ends: Readonly<Partial<Record<PinText['shape'], readonly [before: string, after: string]>>> = {
  queue: ['out ←', '← in'],
  stack: ['bottom', '⇄ top'],
};

function renderPin({ name, shape, owner, isLeft, isChanged, cells, size, passed }: PinText, rows: number): string {
  const said = [shapes[shape], ...(owner === null ? [] : [`in ${owner}${isLeft ? ', which has ended' : ''}`])];
  const label = said.filter((part) => part !== '').join(' ');
  const news = isChanged ? ' <span class="news">changed</span>' : '';
  const head = `<p class="pin-name"><b>${escapeMarkup(name)}</b> <span>${escapeMarkup(label)}</span>${news}</p>`;
  const way = passed.map((each) => `<s>${escapeMarkup(each)}</s> → `).join('');
  return (
    `<div class="pin" data-shape="${shape}" data-rows="${rows}"${isChanged ? ' data-change' : ''}>${head}` +
    `<div class="pin-cells" tabindex="0" role="group" aria-label="${escapeMarkup(name)}">${renderCells(cells, shape, size)}</div>` +
    `<p class="pin-way">${way === '' ? '' : `${way}now`}</p></div>`
  );
}

function renderCells(cells: readonly PinCell[] | null, shape: PinText['shape'], size: number): string {
  if (cells === null) return '<span class="pin-none">no value yet</span>';
  const [before, after] = ends[shape] ?? ['', ''];
  const more = shape !== 'value' && size > cells.length ? `<li class="more">and ${size - cells.length} more</li>` : '';
  const items = cells.map((cell) => renderCell(cell, shape)).join('');
  const list = items === '' ? '<span class="pin-none">empty</span>' : `<ol>${items}${more}</ol>`;
  return `${renderEnd(before)}${list}${renderEnd(after)}`;
}

function renderEnd(text: string): string {
  return text === '' ? '' : `<span class="pin-end">${text}</span>`;
}

function renderCell({ key, text, isFirst }: PinCell, shape: PinText['shape']): string {
  const first = isFirst ? ' data-first' : '';
  const smallest = isFirst && shape === 'heap' ? ' <small>smallest</small>' : '';
  const named = key === null ? '' : `<b>${escapeMarkup(key)}</b> `;
  return `<li${first}>${named}<code>${escapeMarkup(text)}</code>${smallest}</li>`;
}
