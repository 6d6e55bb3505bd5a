import type { Telling } from './describe-step.ts';
import { findWaker } from '../state/find-waker.ts';

const ends = { returned: 'end', raised: 'failure', cancelled: 'cancellation' } as const;

/** Returns who or what woke the task, as part of a sentence and with a space in front: ` by its timer`. Empty when nobody did. */
export function describeWaker({ trace, event, before, names }: Telling, woken: number): string {
  const waker = findWaker(trace, event);
  const task = (id: number): string => names.tasks.get(id) ?? `task ${id}`;
  switch (waker?.kind) {
    case undefined:
      return '';
    case 'timer': {
      const timer = trace.events.find((other) => other.kind === 'timer-set' && other.timer === waker.timer);
      if (timer?.kind !== 'timer-set') return ' by a timer';
      const isOwn = timer.task === woken && before.tasks.some(({ id, status }) => id === woken && isSleep(status));
      return isOwn ? ' by its timer' : ` by the timer ${timer.label}`;
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
      const future = waker.label === 'Future' ? 'a future' : waker.label;
      return waker.by === null
        ? ` by the completion of ${future}`
        : ` by ${task(waker.by)}, which completes ${future},`;
    }
    case 'callback':
      return ` by the callback ${waker.label}`;
    case 'task':
      return waker.by === woken ? ' by itself' : ` by ${task(waker.by)}`;
  }
}

type Status = Telling['before']['tasks'][number]['status'];
const isSleep = (status: Status): boolean => status.kind === 'waiting' && status.on.what === 'sleep';
