import type { Trace } from '../trace/event/events.ts';

/** Whether the clock moves in a run, so that drawing it by time shows something else than drawing it by step. */
export function passesTime({ events }: Trace): boolean {
  return (events.at(-1)?.time ?? 0) > 0;
}
