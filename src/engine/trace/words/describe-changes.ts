import type { Pin } from '../pins/parse-pins.ts';
import { readPinned } from '../pins/read-pinned.ts';
import type { Run } from '../run.ts';
import { formatValue } from '../variables/format-value.ts';
import { listVariables } from '../variables/list-frames.ts';
import { nameCall } from '../variables/name-call.ts';
import { describePins } from './describe-pins.ts';

/**
 * Returns what step `n` has changed in the variables of the frames that ran in it: `fibonacci(below=4): a = 1, b = 1.` Empty where it
 * is nothing. A list that several frames refer to is told once, where it was changed. Pinned variables come first,
 * without their frame, and with what they were on the way to the step, if that is wanted.
 */
export function describeChanges(run: Run, n: number, pins: readonly Pin[] = [], hasWay = true): string {
  const { steps, trace } = run;
  const step = steps[n - 1];
  if (step === undefined) return '';
  const since = steps[n - 2]?.last ?? -1;
  const frames = new Set<number>();
  for (let seq = since + 1; seq <= step.last; seq += 1) {
    const event = trace.events[seq];
    if (event === undefined || !('variables' in event)) continue;
    frames.add(event.frame);
    for (const [frame] of event.variables.outer ?? []) frames.add(frame);
  }
  const pinned = pins
    .filter(({ path }) => path.length === 1)
    .map((pin) => {
      const { frame, name } = readPinned(run, pin, n);
      return `${frame} ${name}`;
    });
  const told = [...frames].flatMap((frame) => {
    const changed = listVariables(run, frame, step.last, since).filter(
      ({ change, name }) => change !== null && !pinned.includes(`${frame} ${name}`),
    );
    if (changed.length === 0) return [];
    const list = changed.map(({ name, value }) => `${name} = ${formatValue(value, trace.language)}`);
    return [`${nameCall(run, frame)}: ${list.join(', ')}`];
  });
  const others = told.length === 0 ? '' : `${told.join('; ')}.`;
  return [describePins(run, pins, n, hasWay), others].filter((part) => part !== '').join(' ');
}
