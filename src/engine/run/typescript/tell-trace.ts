import type { FrameEvent, Trace, TraceEvent } from '../../trace/event/events.ts';

/**
 * Writes what frames did, what was printed, and when the clock and the running task changed, one line for each event, for tests
 * that compare whole runs. What happens outside tasks is not indented.
 */
export function tellTrace({ events, outcome }: Trace): readonly string[] {
  const names = new Map<number, string>();
  const lines = events.flatMap((event) => {
    const told = tellEvent(event, names);
    return told === undefined ? [] : [event.task === null || event.kind === 'step-begins' ? told : `  ${told}`];
  });
  return [...lines, tellOutcome(outcome)];
}

function tellEvent(event: TraceEvent, names: Map<number, string>): string | undefined {
  switch (event.kind) {
    case 'clock-jumped':
      return `clock ${event.from} to ${event.time}`;
    case 'step-begins':
      return `task ${event.id}${event.thrown ? ` gets ${event.thrown.name}` : ''}`;
    case 'output':
      return `print ${event.text} (${event.line ?? '?'})`;
    case 'frame-created':
    case 'frame-resumed':
    case 'frame-suspended':
    case 'frame-left':
    case 'line':
      return tellFrame(event, names);
    default:
      return undefined;
  }
}

function tellFrame(event: FrameEvent, names: Map<number, string>): string {
  const name = (frame: number): string => names.get(frame) ?? `frame ${frame}`;
  const value = 'value' in event ? ` ${event.value}` : '';
  switch (event.kind) {
    case 'frame-created': {
      const twin = [...names.values()].filter((known) => known.split('#')[0] === event.function).length;
      names.set(event.frame, twin === 0 ? event.function : `${event.function}#${twin + 1}`);
      return `${name(event.frame)}: ${event.type} of line ${event.line}`;
    }
    case 'frame-resumed':
      return `${name(event.frame)}: ${event.how}${value} by ${event.by === null ? 'nobody' : name(event.by)} at ${event.line}`;
    case 'frame-suspended':
      return `${name(event.frame)}: ${event.delegates ? 'waits' : 'yields'}${value} at ${event.line}`;
    case 'frame-left':
      return `${name(event.frame)}: ${event.how}${value} at ${event.line}`;
    case 'line':
      return `${name(event.frame)}: line ${event.line}`;
  }
}

function tellOutcome(outcome: Trace['outcome']): string {
  switch (outcome.kind) {
    case 'finished':
      return `finished ${outcome.value}`;
    case 'failed':
      return `failed ${outcome.error.name}: ${outcome.error.message} (${outcome.error.line ?? '?'})`;
    case 'deadlocked':
      return `deadlocked ${outcome.tree}`;
    case 'stopped':
      return `stopped ${outcome.limit}`;
  }
}
