import * as scheduler from '@yieldpoint/scheduler';
import type { Outcome } from '../../trace/event/events.ts';
import { describeStack } from './describe-stack.ts';
import { readSafely } from './describe-value.ts';
import type { ErrorLines } from './error-lines.ts';
import { toErrorText } from './error-text.ts';
import type { EventRecorder } from './event-recorder.ts';
import { findHint } from './find-hint.ts';

/** Describes what a program ended with when it raised. Stops the recorder if the error is a limit that the run has reached. */
export function describeFailure(error: unknown, recorder: EventRecorder, errorLines: ErrorLines): Outcome {
  if (error instanceof scheduler.IterationLimitError) recorder.stop('iterations');
  if (error instanceof scheduler.EventLimitError) recorder.stop('events');
  if (error instanceof scheduler.DeadlockError) return { kind: 'deadlocked', tree: error.tree };
  const text = toErrorText(error, errorLines.find(error));
  // A program may have broken the functions that this uses.
  const traceback = readSafely(() => describeStack(error, errorLines), undefined);
  const hint = readSafely(() => findHint(text), undefined);
  return {
    kind: 'failed',
    error: text,
    ...(traceback === undefined ? {} : { traceback }),
    ...(hint === undefined ? {} : { hint }),
  };
}
