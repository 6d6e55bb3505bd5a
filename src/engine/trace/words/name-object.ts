import type { Run } from '../open-run.ts';
import { findTask } from '../state/read-state.ts';
import type { RunState } from '../state/run-state.ts';
import type { Formatted } from '../variables/format-value.ts';

/** Returns the name of a task, a coroutine or a generator in the drawing's lanes; undefined for anything else. */
export function nameObject(run: Run, state: RunState, { id, form, of, label }: Formatted): string | undefined {
  if (form === 'task') return run.names.tasks.get(of ?? -1) ?? label;
  if (form !== 'generator' && form !== 'coroutine' && form !== 'async-generator') return undefined;
  const frame = of ?? run.variables.findFrameOf(id) ?? -1;
  const task = findTask(state, state.frames.get(frame)?.task ?? null);
  return (task?.rootFrame === frame ? run.names.tasks.get(task.id) : undefined) ?? run.names.frames.get(frame) ?? label;
}
