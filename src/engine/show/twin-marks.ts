import type { TraceEvent } from '../trace/event/events.ts';
import type { Run } from '../trace/run.ts';
import { listStandingLines } from '../trace/state/read-state.ts';
import type { RunState } from '../trace/state/run-state.ts';
import type { LineMarks } from './line-marks.ts';

/** The marked lines of a program at each step of its twin's run, as short as JSON can have them: line, then the index of how. */
export type TwinMarks = readonly (readonly number[])[];

const hows = ['suspended', 'calling', 'running'] as const;

/** Returns the lines on which frames stand. Where several stand on one, the one nearest to running wins. */
export function markLines(state: RunState): LineMarks {
  const lines = [...listStandingLines(state)].sort((a, b) => hows.indexOf(a.how) - hows.indexOf(b.how));
  return new Map(lines.map(({ line, how }) => [line, how]));
}

/**
 * Returns the marks of `twin`, step by step, for a reader who steps through `run`; undefined when the two do not step alike, since a
 * mark that belongs to another step would be worse than none. What only one
 * language says of itself is a step of one alone, at which the other stays where it is.
 */
export function listTwinMarks(run: Run, twin: Run): TwinMarks | undefined {
  const own = run.steps;
  const other = twin.steps.filter(({ event }) => !isOfOneAlone(event));
  let met = 0;
  const last: number[] = [];
  for (const { event } of own) {
    if (!isOfOneAlone(event) && event.kind !== other[met++]?.event.kind) return undefined;
    last.push(other[met - 1]?.last ?? -1);
  }
  if (met !== other.length) return undefined;
  return last.map((seq) => [...markLines(twin.stateAfter(seq))].flatMap(([line, how]) => [line, hows.indexOf(how)]));
}

/** Warnings, notes, and what a language writes to standard error. */
function isOfOneAlone(event: TraceEvent): boolean {
  return event.kind === 'warning' || event.kind === 'note' || (event.kind === 'output' && event.stream === 'stderr');
}

/** Returns the marks of step `step`, from 1; none for a step there is not. */
export function readTwinMarks(marks: TwinMarks | undefined, step: number): LineMarks {
  const flat = marks?.[step - 1] ?? [];
  const read = new Map<number, (typeof hows)[number]>();
  for (let index = 0; index < flat.length; index += 2) {
    const [line, how] = [flat[index], hows[flat[index + 1] ?? -1]];
    if (line !== undefined && how !== undefined) read.set(line, how);
  }
  return read;
}
