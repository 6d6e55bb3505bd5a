import type { Run } from '../open-run.ts';
import { formatValue } from '../variables/format-value.ts';
import { listVariables } from '../variables/list-frames.ts';
import { nameCall } from '../variables/name-call.ts';

/** Sentences about a run's pinned variables, used instead of sentences about the same variables of frames. */
export type PinnedWords = {
  /** What step `n` did to them; empty if it changed none. */
  readonly describe: (n: number) => string;
  /** The pins that are whole variables at step `n`, each as its frame's number and its name: `3 ready`. */
  readonly list: (n: number) => readonly string[];
};

/**
 * Returns what step `n` has changed in the variables of the frames that ran in it: `fibonacci(below=4): a = 1, b = 1.` Empty if it
 * changed nothing. A list that several frames refer to is mentioned once, at the frame that changed it. Pinned variables come
 * first, without their frame.
 */
export function describeChanges(run: Run, n: number, pinned?: PinnedWords): string {
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
  const apart = pinned?.list(n) ?? [];
  const told = [...frames].flatMap((frame) => {
    const changed = listVariables(run, frame, step.last, since).filter(
      ({ change, name }) => change !== null && !apart.includes(`${frame} ${name}`),
    );
    if (changed.length === 0) return [];
    const list = changed.map(({ name, value }) => `${name} = ${formatValue(value, trace.language)}`);
    return [`${nameCall(run, frame)}: ${list.join(', ')}`];
  });
  const others = told.length === 0 ? '' : `${told.join('; ')}.`;
  return [pinned?.describe(n) ?? '', others].filter((part) => part !== '').join(' ');
}
