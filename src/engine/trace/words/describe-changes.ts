import type { Run } from '../run.ts';
import { formatValue } from '../variables/format-value.ts';
import { listVariables, nameCall } from '../variables/list-frames.ts';

/**
 * Returns what step `n` has changed in the variables of the frames that ran in it: `fibonacci(below=4): a = 1, b = 1.` Empty where it
 * is nothing. A list that several frames refer to is told once, where it was changed.
 */
export function describeChanges(run: Run, n: number): string {
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
  const told = [...frames].flatMap((frame) => {
    const changed = listVariables(run, frame, step.last, since).filter(({ change }) => change !== null);
    if (changed.length === 0) return [];
    const list = changed.map(({ name, value }) => `${name} = ${formatValue(value, trace.language)}`);
    return [`${nameCall(run, frame)}: ${list.join(', ')}`];
  });
  return told.length === 0 ? '' : `${told.join('; ')}.`;
}
