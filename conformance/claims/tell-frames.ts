import { openRun } from '../../src/engine/trace/open-run.ts';
import { tellRun } from './tell-run.ts';

/** The run of a demo of plain generators, in the words that articles use for it. */
export type ToldFrames = {
  /** What was printed. */
  readonly lines: readonly string[];
  /** Every change of control, such as `program → baker: next`, `baker ⇢ program: 'seller'` or `baker: returned`. */
  readonly moves: readonly string[];
};

/**
 * Runs the TypeScript half of the demo and returns which frame resumed which. Frames are named after their functions; everything
 * that is not a frame is "program".
 *
 * @throws {Error} if there is no demo of that id
 */
export function tellFrames(id: string): ToldFrames {
  const { trace } = tellRun(id);
  const names = new Map<number | null, string>([[null, 'program']]);
  const resumedBy = new Map<number, string>();
  const plain = openRun(trace).origins.plainFrames;
  const moves = trace.events.flatMap((event) => {
    if ('frame' in event && plain.has(event.frame)) return [];
    switch (event.kind) {
      case 'frame-created':
        names.set(event.frame, event.function);
        return [];
      case 'frame-resumed':
        resumedBy.set(event.frame, names.get(event.by) ?? '');
        return [`${names.get(event.by) ?? ''} → ${names.get(event.frame) ?? ''}: ${event.how}`];
      case 'frame-suspended':
        return [`${names.get(event.frame) ?? ''} ⇢ ${resumedBy.get(event.frame) ?? ''}: ${event.value ?? ''}`];
      case 'frame-left':
        return [`${names.get(event.frame) ?? ''}: ${event.how}`];
      default:
        return [];
    }
  });
  return { lines: trace.events.flatMap((event) => (event.kind === 'output' ? [event.text] : [])), moves };
}
