import type { Trace } from '../../engine/trace/event/events.ts';
import type { EditorFault } from './editor-faults.ts';

/** Returns what an editor marks for a run: the line at which the program failed, if known. */
export function listRunFaults({ outcome }: Trace): readonly EditorFault[] {
  if (outcome.kind !== 'failed' || outcome.error.line === undefined) return [];
  const { name, message, line } = outcome.error;
  return [{ line, column: 1, length: 'line', message: `${name}: ${message}` }];
}
