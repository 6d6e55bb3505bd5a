import type { Run } from '../trace/open-run.ts';

/** If a run has more steps, only this many are measured, evenly spread. */
const mostMeasured = 400;

/** The steps at which the room is measured that something needs during a run, from the last one back. */
export function* listMeasured({ steps: { length } }: Run): Generator<number, void> {
  const every = Math.max(1, Math.ceil(length / mostMeasured));
  for (let step = length; step >= 1; step -= every) yield step;
}
