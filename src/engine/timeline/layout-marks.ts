import type { Column, Lane, Mark, MarkKind } from './geometry.ts';
import type { Measures } from './measures.ts';
import type { Moment, LaneState } from '../trace/state/moment.ts';

/**
 * Returns the sign of every step, one each, and the places in the queue that change in between. The small picture has only the
 * signs of how tasks end.
 */
export function layoutMarks(
  moments: readonly Moment[],
  columns: readonly Column[],
  lanes: readonly Lane[],
  measures: Measures,
): readonly Mark[] {
  const place = (moment: Moment, index: number, lane: number): Omit<Mark, 'step' | 'kind'> => {
    const [column, { y, height } = { y: 0, height: 0 }] = [columns[index], lanes[lane]];
    const x = column ? column.x + column.width / 2 : 0;
    return { at: moment.step.number, x, y: y + height / 2, lane, inverse: filled.has(moment.cells[lane]?.state) };
  };
  const marks = moments.flatMap((moment, index): Mark[] => {
    const { step, target } = moment;
    const kind = findKind(moment);
    const places = listPlaces(moment, moments[index - 1]);
    const own = kind === 'place' ? places.find(({ lane }) => lane === target)?.text : undefined;
    return [
      { ...place(moment, index, target), step: step.number, kind, ...(own === undefined ? {} : { text: own }) },
      ...places
        .filter(({ lane }) => own === undefined || lane !== target)
        .map(({ lane, text }): Mark => ({ ...place(moment, index, lane), step: null, kind: 'place', text })),
    ];
  });
  return measures.row > 0 ? marks : marks.filter(({ kind }) => kind in ends);
}

const filled: ReadonlySet<LaneState | undefined> = new Set([
  'running',
  'done',
  'failed',
  'cancelled',
  'destroyed',
] as const);

const ends = { done: true, failed: true, cancelled: true };

const crowd = 12;

/** Lanes whose place in the queue is new or has changed since the step before; with many lanes, only those where it is new. */
function listPlaces(moment: Moment, before: Moment | undefined): { lane: number; text: string }[] {
  return moment.cells.flatMap((cell, lane) => {
    const known = before?.cells[lane]?.place;
    if (cell?.place === undefined || cell.place === known) return [];
    return known !== undefined && moment.cells.length > crowd ? [] : [{ lane, text: String(cell.place) }];
  });
}

function findKind({ step: { event }, cells, target }: Moment): MarkKind {
  const { state: cell, place } = cells[target] ?? {};
  switch (event.kind) {
    case 'task-created':
    case 'task-ready':
      // Tasks that are folded into one lane have no place together.
      if (cell === 'ready') return place === undefined ? 'note' : 'place';
      return 'create';
    case 'frame-created':
      return 'create';
    case 'frame-resumed':
      return event.how === 'throw' || event.how === 'close' ? event.how : 'resume';
    case 'step-begins':
      return 'resume';
    case 'task-waits':
      return 'suspend';
    case 'frame-suspended':
      return 'stay';
    case 'task-ended':
    case 'frame-left':
      return cell === 'failed' || cell === 'cancelled' ? cell : 'done';
    case 'output':
      return 'print';
    case 'warning':
    case 'thinned':
      return 'warning';
    case 'clock-jumped':
      return 'jump';
    case 'callback-runs':
      return 'callback';
    case 'timer-set':
      return 'timer';
    case 'cancel-requested':
    case 'group-aborted':
      return 'cancel';
    case 'deadlock':
    case 'unretrieved':
      return 'failed';
    default:
      return 'note';
  }
}
