import type { Pin } from '../pins/parse-pins.ts';
import type { Run } from '../open-run.ts';
import { describeChanges } from './describe-changes.ts';
import { wordPins } from './describe-pins.ts';
import { describeEvent } from './describe-step.ts';
import { describeRun } from './describe-run.ts';
import { phraseOutcome } from './phrase-outcome.ts';
import { formatSeconds } from './format-seconds.ts';
import { listMoments } from '../state/list-moments.ts';
import type { Cell, LaneState } from '../state/moment.ts';

const signs: Readonly<Record<LaneState, string>> = {
  created: '+',
  ready: '?',
  running: '▶',
  calling: '│',
  waiting: '░',
  suspended: '‖',
  idle: '»',
  done: '✓',
  failed: '!',
  cancelled: '✕',
  destroyed: '!',
};

/** More columns than these no terminal shows, and a text of them would be longer than any text can be. */
const mostLanes = 100;

/**
 * Returns a run as text for a terminal: a column for each lane, a row for each step, and what happens in words, with changes of
 * variables in brackets. `▶` runs, a number is a place in the ready queue, `░` waits, `‖` is suspended, `✓` `!` `✕` are ends. A run
 * with very many lanes has no columns.
 */
export function formatTrace(run: Run, pins: readonly Pin[] = []): string {
  const { lanes: all, moments } = listMoments(run);
  const lanes = all.length > mostLanes ? [] : all;
  const pinned = wordPins(run, pins);
  const hasClock = run.view === 'tasks' || moments.some(({ state }) => state.clock > 0);
  const times = moments.map(({ state }) => formatSeconds(state.clock));
  const clock = Math.max(...times.map(({ length }) => length), 'clock'.length);
  const steps = String(moments.length).length;
  const row = (number: string, time: string, cells: readonly string[], text: string): string => {
    const padded = cells.map((cell, lane) => cell.padEnd(lanes[lane]?.name.length ?? 0));
    return [number.padStart(steps), ...(hasClock ? [time.padStart(clock)] : []), ...padded, text].join('  ').trimEnd();
  };
  return [
    describeRun(run),
    '',
    row(
      '',
      'clock',
      lanes.map(({ name }) => name),
      '',
    ),
    ...moments.map((moment, index) => {
      const cells = moment.cells.slice(0, lanes.length).map(formatCell);
      const changes = describeChanges(run, index + 1, pinned);
      const text = describeEvent(run, index + 1) + (changes === '' ? '' : ` [${changes.slice(0, -1)}]`);
      return row(String(index + 1), times[index] ?? '', cells, text);
    }),
    '',
    `The run ${phraseOutcome(run.trace.outcome)}.`,
  ].join('\n');
}

function formatCell(cell: Cell | null): string {
  if (!cell) return '';
  return cell.place === undefined ? signs[cell.state] : String(cell.place);
}
