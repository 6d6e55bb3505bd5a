import type { Run } from '../run.ts';

/** One passing of control between frames, which are numbered in the order in which control first entered them. */
export type Switch = { readonly seq: number; readonly key: string; readonly words: string };

/**
 * Returns how control passes between a run's generators, in order. The frame of the task that drives them is left out, because the
 * same driver is a plain function in Python and a coroutine in TypeScript; so are values, which the languages spell differently.
 */
export function listSwitches(run: Run): readonly Switch[] {
  const { trace, origins } = run;
  const names = run.names.frames;
  const driver = trace.events.find(
    (event) => event.kind === 'frame-resumed' && event.by === null && event.task !== null,
  );
  const numbers = new Map<number, number>();
  const name = (id: number | null): string => names.get(id ?? 0) ?? 'the program';
  return trace.events.flatMap((event): Switch[] => {
    const { seq } = event;
    if (!('frame' in event) || origins.plainFrames.has(event.frame)) return [];
    if (event.frame === (driver && 'frame' in driver ? driver.frame : undefined)) return [];
    if (event.kind === 'frame-resumed' && !numbers.has(event.frame)) numbers.set(event.frame, numbers.size + 1);
    const number = numbers.get(event.frame) ?? 0;
    switch (event.kind) {
      case 'frame-resumed': {
        const by = numbers.get(event.by ?? 0) ?? 0;
        const words = `${name(event.by)} resumes ${name(event.frame)} by ${event.how}`;
        return [{ seq, key: `${event.how} ${number} by ${by}`, words }];
      }
      case 'frame-suspended': {
        const how = event.delegates ? 'suspends in what it delegates to' : 'suspends';
        return [{ seq, key: `${how} ${number}`, words: `${name(event.frame)} ${how}` }];
      }
      case 'frame-left':
        return [{ seq, key: `${event.how} ${number}`, words: `${name(event.frame)} has ${event.how}` }];
      default:
        return [];
    }
  });
}
