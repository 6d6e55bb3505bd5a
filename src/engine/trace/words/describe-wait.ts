import type { WaitTarget } from '@yieldpoint/scheduler';
import { formatSeconds } from './format-seconds.ts';
import type { Names } from './name-parts.ts';
import { findTask } from '../state/read-state.ts';
import type { RunState } from '../state/run-state.ts';

/**
 * Returns what the task waits for, as the end of a sentence: `sleeps until 2 s`, `waits for room in jobs (Queue)`.
 *
 * @param detail whether to name the class of a lock, queue, … that has a name, and the holder of a lock; both are true at the
 * moment of `on`
 */
export function describeWait(
  on: WaitTarget,
  state: RunState,
  task: number,
  names: Names,
  detail: { readonly type?: boolean; readonly holder?: boolean } = {},
): string {
  const status = findTask(state, task)?.status;
  const at = status?.kind === 'waiting' ? status.at : null;
  const type = at !== null && detail.type === true ? names.type(at) : undefined;
  const name = `${names.wait(on, at)}${type === undefined ? '' : ` (${type})`}`;
  switch (on.what) {
    case 'tick':
      return 'waits for the next iteration';
    case 'sleep':
      return on.until === undefined ? 'sleeps forever' : `sleeps until ${formatSeconds(on.until)}`;
    case 'task':
      return `awaits ${name}`;
    case 'future':
      return `awaits ${nameFuture(name, names.call(on.id ?? 0))}`;
    case 'gather':
    case 'wait':
    case 'shield':
      return `awaits ${name.endsWith(')') ? name : `${name}()`}`;
    case 'group':
      return 'waits for the tasks of its group to end';
    case 'lock': {
      if (detail.holder !== true || on.holder === undefined) return `waits for ${name} to be released`;
      const holder = on.holder === task ? 'itself' : (names.tasks.get(on.holder) ?? `task ${on.holder}`);
      return `waits for ${name}, held by ${holder}`;
    }
    case 'event':
      return `waits for ${name} to be set`;
    case 'condition':
      return `waits to be notified by ${name}`;
    case 'semaphore':
      return `waits for a place in ${name}`;
    case 'barrier':
      return `waits at ${name} for the others`;
    case 'queue-get':
      return `waits for an item from ${name}`;
    case 'queue-put':
      return `waits for room in ${name}`;
    case 'queue-join':
      return `waits until every item of ${name} is done`;
  }
}

/** A future: by its variable, or by the call in a thread that completes it, or both. */
function nameFuture(name: string, call: string | undefined): string {
  if (call === undefined) return name === 'Future' ? 'a future' : name;
  return name === call ? `the result of ${call} from its thread` : `${name}, the result of ${call} from its thread`;
}
