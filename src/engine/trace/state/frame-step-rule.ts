import type { TraceEvent } from '../event/events.ts';
import { isReport } from './is-report.ts';
import type { StepRule } from './step.ts';
import { isSuspendable } from '../event/is-suspendable.ts';

/**
 * Returns the rule for a run seen as frames: a step is a call, a resumption, a suspension, an exit, or a line printed. Calls of
 * plain functions and their lines are not steps: they belong to the step that they lead up to, and mark their lines.
 *
 * CPython reports a frame only when it is first entered, so a call is a separate step only if a trace separates it. Delegation is
 * transparent, as in PEP 380: a value that passes through delegating frames (`yield from`, `await`) is one step, in which all of
 * them are resumed or suspended together.
 */
export function createFrameStepRule(events: readonly TraceEvent[]): StepRule {
  const delegating = new Set<number>();
  const plain = new Set<number>();

  return (event, previous) => {
    switch (event.kind) {
      case 'frame-resumed': {
        const next = events[event.seq + 1];
        const passesOn = next?.kind === 'frame-resumed' && next.by === event.frame;
        return delegating.delete(event.frame) && passesOn ? 'bookkeeping' : 'begins';
      }
      case 'frame-suspended': {
        if (event.delegates) delegating.add(event.frame);
        const before = events[event.seq - 1];
        const passedOut = event.delegates && before?.kind === 'frame-suspended' && previous !== undefined;
        return passedOut ? 'completes' : 'begins';
      }
      case 'frame-created': {
        if (!isSuspendable(event.type)) {
          plain.add(event.frame);
          return 'bookkeeping';
        }
        const next = events[event.seq + 1];
        return next?.kind === 'frame-resumed' && next.frame === event.frame ? 'bookkeeping' : 'begins';
      }
      case 'frame-left':
        return plain.has(event.frame) ? 'bookkeeping' : 'begins';
      case 'output':
        return isReport(event) && isReport(events[event.seq - 1]) ? 'completes' : 'begins';
      case 'warning':
      case 'note':
      case 'input':
      case 'thinned':
      case 'clock-jumped':
      case 'deadlock':
      case 'unretrieved':
        return 'begins';
      default:
        return 'bookkeeping';
    }
  };
}
