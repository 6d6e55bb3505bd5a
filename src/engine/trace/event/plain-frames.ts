import type { FrameType, SuspendableType, Trace } from './events.ts';

/** Whether frames of the type can suspend. The others, of plain functions and of the module, run from their creation to their end. */
export function isSuspendable(type: FrameType): type is SuspendableType {
  return type !== 'function' && type !== 'module';
}

const memories = new WeakMap<Trace, ReadonlySet<number>>();

/** Returns the numbers of a run's frames that cannot suspend: those of plain functions, and the module's. */
export function listPlainFrames(trace: Trace): ReadonlySet<number> {
  const known = memories.get(trace);
  if (known) return known;
  const frames = trace.events.flatMap((event) =>
    event.kind === 'frame-created' && !isSuspendable(event.type) ? [event.frame] : [],
  );
  const found = new Set(frames);
  memories.set(trace, found);
  return found;
}
