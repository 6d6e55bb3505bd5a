import type { TraceEvent } from '../event/events.ts';
import { findTask } from '../state/read-state.ts';
import type { Telling } from './telling.ts';

/** Returns a request to cancel a task as a sentence: who asks, and what receives the request. */
export function describeCancellation(
  { trace, before, names }: Telling,
  event: Extract<TraceEvent, { kind: 'cancel-requested' }>,
  actor: string,
): string {
  const task = (id: number): string => names.tasks.get(id) ?? `task ${id}`;
  const again = event.count > 1 ? 'again ' : '';
  const request = trace.events[event.cause ?? -1];
  const start =
    request?.kind === 'cancel-requested'
      ? `The request to cancel ${task(request.id)} is passed on ${again}to ${task(event.id)}`
      : event.atEnd === true
        ? `${trace.language === 'python' ? 'asyncio.run' : 'run'} asks ${again}to cancel ${task(event.id)}, which is left over`
        : event.byReader === true
          ? `You ask ${again}to cancel ${task(event.id)}`
          : `${actor} asks ${again}to cancel ${event.task === event.id ? 'itself' : task(event.id)}`;
  if (event.delivery === 'next-step') return `${start}; CancelledError will be raised at its next step.`;
  const status = findTask(before, event.id)?.status;
  const call = status?.kind === 'waiting' && status.on.what === 'future' ? names.call(status.on.id ?? 0) : undefined;
  if (call !== undefined) return `${start}; the request goes to its wait for ${call}, and not to the thread.`;
  const on = status?.kind === 'waiting' ? `, ${names.wait(status.on, status.at)}` : '';
  return `${start}; the request goes to what ${task(event.id)} waits for${on}.`;
}
