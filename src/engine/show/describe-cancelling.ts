import type { RunResult } from '../run/sandbox.ts';
import { mostRequests } from '../trace/requests/cancel-request.ts';
import { type Cancellable, listCancellable } from '../trace/requests/list-cancellable.ts';
import type { Run } from '../trace/named-run.ts';
import { hasEnded } from '../trace/state/has-ended.ts';
import { isOfReader } from '../trace/state/is-of-reader.ts';
import type { TaskState } from '../trace/state/run-state.ts';

/** What can be canceled at a step, or a message for the reader why nothing can. */
export type CancelOffer = Cancellable & {
  /** The task that the step is about, if it can be cancelled. */
  readonly own: number | undefined;
  readonly refusal: string | undefined;
  /** Whether no task is there that has not ended: none has been created yet, or the last has ended. */
  readonly isIdle: boolean;
};

/**
 * Returns what a reader can cancel at a step.
 *
 * @param made how many requests the run already has
 */
export function offerCancelling(run: Run, step: number, made: number): CancelOffer {
  const cancellable = listCancellable(run, step);
  const event = run.steps[step - 1]?.event;
  const about = event === undefined ? undefined : 'id' in event ? event.id : event.task;
  const own = cancellable.tasks.find((id) => id === about);
  return {
    ...cancellable,
    own,
    refusal: describeRefusal(run, step, made, cancellable),
    isIdle: cancellable.tasks.length === 0 && listLiving(run, step).length === 0,
  };
}

/** The tasks that have been created at a step and have not ended. */
function listLiving(run: Run, step: number): readonly TaskState[] {
  return [...run.stateAt(step).tasks].filter(({ status }) => !hasEnded(status));
}

function describeRefusal(run: Run, step: number, made: number, { tasks }: Cancellable): string | undefined {
  if (run.end.tasks.size === 0)
    return 'There is nothing to cancel: only a task can be canceled, and this run has none.';
  if (made >= mostRequests)
    return `This run has ${mostRequests} requests to cancel already, and takes no more. Undo one first.`;
  if (tasks.length > 0) return undefined;
  if (run.stateAt(step).tasks.size === 0)
    return 'There is nothing to cancel yet: no task has been created. Step forward first.';
  const [first] = listLiving(run, step);
  if (first === undefined) return 'There is nothing to cancel any more: every task has ended. Step back first.';
  const name = run.names.tasks.get(first.id) ?? 'the task';
  return first.thread === undefined
    ? `Nothing can be canceled here: ${name} ends in this step, before a request can come in. Step back first.`
    : `Nothing can be canceled here: ${name} runs in a thread of its own, where no request comes in.`;
}

/** The message for a link whose requests cannot be read. The run is then shown without them. */
export const unreadRequests =
  'The link is damaged: what it asks to cancel cannot be read. The run is shown as the program makes it.';

/**
 * Returns why a run that was made with requests is not shown, as a message for the reader; undefined if all requests were made.
 *
 * @param asked how many requests the run was given
 */
export function explainUnmadeRequests(result: RunResult, asked: number): string | undefined {
  const asIs = 'The run is shown as it was.';
  if (result.kind === 'rejected') return `The program could not be run again. ${asIs}`;
  const { outcome, events } = result.trace;
  if (events.filter(isOfReader).length === asked) return undefined;
  if (outcome.kind === 'stopped' && outcome.limit === 'reader') return `Stopped. ${asIs}`;
  if (outcome.kind === 'stopped') return `The run was stopped before the request came in. ${asIs}`;
  return `The request could not be made: this run does not have that task at that moment. Has the program changed since? ${asIs}`;
}
