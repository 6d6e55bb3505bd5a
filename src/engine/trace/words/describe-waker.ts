import type { Telling } from './telling.ts';
import { nameCallback, nameTimer } from './name-callback.ts';
import { findWaker } from '../state/find-waker.ts';
import { findTask } from '../state/read-state.ts';
import type { TaskStatus } from '../state/run-state.ts';

const ends = { returned: 'end', raised: 'failure', cancelled: 'cancellation' } as const;

/** Returns who or what woke the task, as part of a sentence that begins with a space: ` by its timer`. Empty if nothing did. */
export function describeWaker({ trace, origins, event, before, names }: Telling, woken: number): string {
  const waker = findWaker(trace, origins, event);
  const task = (id: number): string => names.tasks.get(id) ?? `task ${id}`;
  switch (waker?.kind) {
    case undefined:
      return '';
    case 'timer': {
      const timer = origins.timers.get(waker.timer);
      if (timer === undefined) return ' by a timer';
      const isOwn = timer.task === woken && isSleep(findTask(before, woken)?.status);
      return isOwn ? ' by its timer' : ` by ${nameTimer(timer.label, names)}`;
    }
    case 'end':
      return ` by the ${ends[waker.how]} of ${task(waker.task)}`;
    case 'cancel': {
      const request = trace.events[waker.seq];
      const target = request?.kind === 'cancel-requested' && request.id !== woken ? task(request.id) : 'it';
      return ` by the request to cancel ${target}`;
    }
    case 'sync': {
      const by = waker.by === null ? '' : ` by ${task(waker.by)}`;
      return `${by} through ${names.sync(waker.on)}`;
    }
    case 'future': {
      const future = names.future(waker.future) ?? (waker.label === 'Future' ? 'a future' : waker.label);
      return waker.by === null
        ? ` by the completion of ${future}`
        : ` by ${task(waker.by)}, which completes ${future},`;
    }
    case 'callback':
      return ` by ${nameCallback(waker.label, names)}`;
    case 'task':
      return waker.by === woken ? ' by itself' : ` by ${task(waker.by)}`;
  }
}

const isSleep = (status: TaskStatus | undefined): boolean => status?.kind === 'waiting' && status.on.what === 'sleep';
