import { formatSeconds } from '../trace/words/format-seconds.ts';
import type { TraceEvent } from '../trace/event/events.ts';
import type { Axis, Band, Column, Reading } from './geometry.ts';
import { letterWidth, type Measures } from './measures.ts';
import { measurePassage } from './read-passage.ts';
import type { Moment, MomentTable } from '../trace/state/moment.ts';

/**
 * Returns one column for each step, side by side, each wide enough for what passes between frames in it.
 *
 * On the axis of time a jump of the clock is as wide as it is long, and the steps between jumps, which take no time at all, keep a
 * width of their own: so everything that happened stays visible.
 */
export function layoutColumns(
  { moments, holderBefore }: MomentTable,
  axis: Axis,
  measures: Measures,
): readonly Column[] {
  const seconds = moments.reduce((sum, { step }) => sum + lengthOfJump(step.event), 0);
  let x: number = measures.margin;
  return moments.map((moment, index) => {
    const { step, holder } = moment;
    const jump = lengthOfJump(step.event);
    const passageWidth =
      measures.row > 0 ? Math.ceil(measurePassage(moment, moments[index - 1]?.holder ?? holderBefore)) : 0;
    const width =
      axis === 'step'
        ? Math.max(measures.column, passageWidth)
        : jump > 0
          ? Math.max(measures.column, Math.round((measures.jumps * jump) / seconds))
          : Math.max(measures.narrow, passageWidth);
    const column = { step: step.number, time: step.event.time, x, width, holder };
    x += width;
    return column;
  });
}

const lengthOfJump = (event: TraceEvent): number => (event.kind === 'clock-jumped' ? event.time - event.from : 0);

/** Returns the ranges of columns that belong to one iteration of the loop, without the columns before the first iteration. */
export function layoutBands(moments: readonly Moment[], columns: readonly Column[]): readonly Band[] {
  const bands: Band[] = [];
  for (const [index, { x, width }] of columns.entries()) {
    const iteration = moments[index]?.step.event.iteration ?? 0;
    const previous = bands.at(-1);
    if (previous && previous.iteration === iteration) {
      bands[bands.length - 1] = { ...previous, width: x + width - previous.x };
    } else bands.push({ iteration, x, width });
  }
  return bands.filter(({ iteration }) => iteration > 0);
}

/** How many steps of a run are not drawn, before and after the drawn ones. */
export type Omitted = { readonly before: number; readonly after: number };

/**
 * Returns the clock readings, each at the end of the jump that leads to it, if there is a jump; the word for a deadlock; and how
 * many steps are not drawn, which is always shown. Any other reading that would overlap the one before it is left out.
 */
export function layoutReadings(
  moments: readonly Moment[],
  columns: readonly Column[],
  omitted: Omitted,
): readonly Reading[] {
  const [first, end] = [columns[0], columns.at(-1)];
  if (!first || !end) return [];
  const right = end.x + end.width;
  const jumps = moments.some(({ step }) => lengthOfJump(step.event) > 0);
  const wanted = columns.flatMap(({ step, x, width }, index): Reading[] => {
    const event = moments[index]?.step.event;
    if (event?.kind === 'deadlock') return [{ step, kind: 'deadlock', x: x + width / 2, text: 'deadlock' }];
    if (event?.kind !== 'clock-jumped' && !(index === 0 && (jumps || event?.time !== 0))) return [];
    return [{ step, kind: 'clock', x: index === 0 ? x : x + width, text: formatSeconds(event?.time ?? 0) }];
  });
  const { before, after } = omitted;
  if (before > 0) {
    const isClock = wanted[0]?.step === first.step && wanted[0].kind === 'clock';
    wanted.splice(isClock ? 1 : 0, 0, {
      step: first.step,
      kind: 'omitted',
      x: first.x,
      text: `${before.toLocaleString('en')} before`,
    });
  }
  if (after > 0) wanted.push({ step: end.step, kind: 'omitted', x: right, text: `${after.toLocaleString('en')} more` });
  const readings: Reading[] = [];
  let free = 0;
  for (const reading of wanted) {
    const room = measureReading(reading.text);
    const start = reading.kind === 'deadlock' ? reading.x - room / 2 : reading.x;
    const x = Math.max(Math.min(start, right - room), first.x, reading.kind === 'omitted' ? free : 0);
    if (x < free) continue;
    readings.push({ ...reading, x });
    free = x + room + letterWidth;
  }
  return readings;
}

const measureReading = (text: string): number => text.length * letterWidth;

/** Returns where a reading ends. */
export const findReadingEnd = ({ x, text }: Reading): number => x + measureReading(text);
