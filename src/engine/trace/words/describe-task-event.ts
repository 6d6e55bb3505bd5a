import type { Outcome } from '../event/events.ts';
import { isDestroyed } from '../state/is-destroyed.ts';
import { isOfProgram } from '../state/is-of-program.ts';
import { isReport } from '../state/is-report.ts';
import { describeCallback } from './describe-callback.ts';
import { describeCancellation } from './describe-cancellation.ts';
import { describePlace } from './describe-place.ts';
import type { Telling } from './telling.ts';
import { describeReport } from './describe-report.ts';
import { describeThinning } from './describe-thinning.ts';
import { describeWait } from './describe-wait.ts';
import { describeWaker } from './describe-waker.ts';
import { describeWarning } from './describe-warning.ts';
import { formatSeconds } from './format-seconds.ts';
import { joinWords } from './join-words.ts';
import { nameCallback, nameTimer } from './name-callback.ts';
import { tellError, isNothing, nameActor, quotePrinted } from './name-actor.ts';
import { findTask, isInCallback, listAwaitChain, placeInQueue } from '../state/read-state.ts';

/** How both recorders label the wait of a task that asyncio answers with an error, for what it has yielded. */
const badYield = 'bad yield';

/** Returns an event of a run seen as tasks as a sentence or two. */
export function describeTaskEvent(telling: Telling): string {
  const { event, before, after, names } = telling;
  const actor = nameActor(telling);
  const task = (id: number): string => names.tasks.get(id) ?? `task ${id}`;
  switch (event.kind) {
    case 'task-created': {
      const name = task(event.id);
      if (event.thread !== undefined) return `${actor} hands ${name} to the thread ${event.thread}.`;
      if (event.eager) return `${actor} creates the task ${name}, which starts at once.`;
      const place = describePlace(after, placeInQueue(after, event.id), names);
      return event.task === null && !after.callback
        ? `The task ${name} is created and ${place}.`
        : `${actor} creates the task ${name}, which ${place}.`;
    }
    case 'step-begins': {
      const name = task(event.id);
      const isFirst = findTask(before, event.id)?.hasStarted === false;
      if (isFirst && event.thrown) return `${name} gets ${event.thrown.name} before its first line, so it never runs.`;
      if (isFirst) return `${name} starts.`;
      const thread = findTask(after, event.id)?.thread;
      if (thread !== undefined) return `${name} goes on in its thread.`;
      const line = describeLine(telling, event.id);
      const thrown = event.thrown ? `, and ${event.thrown.name} is raised ${line === '' ? 'in it' : 'there'}` : '';
      return `${name} resumes${line}${thrown}.`;
    }
    case 'task-waits': {
      const thread = findTask(after, event.id)?.thread;
      if (thread !== undefined) {
        const until = event.on.until === undefined ? '' : ` until ${formatSeconds(event.on.until)}`;
        return `${task(event.id)} sleeps${until}, and holds only its own thread.`;
      }
      const start = `${task(event.id)} suspends${describeLine(telling, event.id)}`;
      const place = placeInQueue(after, event.id);
      if (event.on.what !== 'tick')
        return `${start}: it ${describeWait(event.on, after, event.id, names, { type: true, holder: true })}.`;
      const queued = place > 0 ? ` ${describePlace(after, place, names)} and` : '';
      if (event.on.label === badYield)
        return `${start}. It cannot wait for what was yielded: it${queued} will resume with an error.`;
      return `${start} for one iteration${place > 0 ? ` and ${describePlace(after, place, names)}` : ''}.`;
    }
    case 'task-ready': {
      const place = describePlace(after, placeInQueue(after, event.id), names);
      return `${task(event.id)} is woken${describeWaker(telling, event.id)} and ${place}.`;
    }
    case 'task-ended':
      if (event.how === 'returned') {
        return `${task(event.id)} returns${isNothing(event.value) ? '' : ` ${event.value}`} and is done.`;
      }
      return event.how === 'raised'
        ? `${task(event.id)} fails with ${tellError(event.error)}.`
        : `${task(event.id)} is canceled and ends.`;
    case 'cancel-requested':
      return describeCancellation(telling, event, actor);
    case 'cancel-withdrawn': {
      const target = event.task === event.id ? 'itself' : task(event.id);
      return `${actor} withdraws a request to cancel ${target}; ${event.count === 0 ? 'none is' : `${event.count} ${event.count === 1 ? 'is' : 'are'}`} left.`;
    }
    case 'output':
      if (isReport(event)) return describeReport(telling);
      return event.text === '' ? `${actor} prints an empty line.` : `${actor} prints ${quotePrinted(event.text)}.`;
    case 'warning':
      return `${telling.trace.runtime} warns: ${describeWarning(event)}.`;
    case 'note':
      return event.text;
    case 'input':
      return event.text === undefined
        ? `${actor} asks for a line of input${event.prompt.trim() === '' ? '' : `: ${quotePrinted(event.prompt)}`}.`
        : `${actor} reads ${quotePrinted(event.text)} from its input.`;
    case 'thinned':
      return describeThinning(event);
    case 'clock-jumped': {
      const passes = `from ${formatSeconds(event.from)} to ${formatSeconds(event.time)}`;
      if (isOfProgram(event)) return `The program blocks: the clock moves ${passes}.`;
      if (event.task === null && !isInCallback(before, event)) return `Nothing is ready, so the clock jumps ${passes}.`;
      const others = event.task === null ? 'task' : 'other task';
      return `${actor} blocks the event loop: the clock moves ${passes}, and no ${others} can run.`;
    }
    case 'callback-ready': {
      const since = after.queued.get(event.handle);
      const place = since === undefined ? 0 : after.ready.countBelow(since) + 1;
      return `${actor} schedules ${nameCallback(event.label, names)}, which ${describePlace(after, place, names)}.`;
    }
    case 'callback-runs':
      return describeCallback(telling);
    case 'timer-set': {
      const due = event.when === null ? ', which is never due' : ` for ${formatSeconds(event.when)}`;
      return `${actor} sets ${nameTimer(event.label, names)}${due}.`;
    }
    case 'sync-robbed':
      return `${task(event.id)} finds that ${names.sync(event.on)} has served someone who did not wait, and waits again.`;
    case 'group-aborted':
      return 'The task group aborts: it cancels the tasks it still has.';
    case 'deadlock': {
      const waiting = event.waiting.map(
        ({ id, on }) => `${task(id)} ${describeWait(on, after, id, names, { holder: true })}`,
      );
      // If the main thread itself waits, there is no task.
      if (waiting.length === 0) return `Deadlock: ${describeTree(telling.trace.outcome)}.`;
      return `Deadlock: nothing is ready and no timer is set. ${joinWords(waiting)}.`;
    }
    case 'unretrieved': {
      if (isDestroyed(event) && findTask(after, event.id)?.status.kind === 'destroyed')
        return describeDestruction(telling, event.id, task(event.id));
      const owner = event.id === undefined ? (names.future(event.future ?? 0) ?? 'a future') : task(event.id);
      return `The run ends, and nobody has read the error of ${owner}: ${tellError(event.error)}.`;
    }
    default:
      throw new TypeError(`Expected an event that a step can be about, but got "${event.kind}".`);
  }
}

const describeTree = (outcome: Outcome): string =>
  outcome.kind === 'deadlocked' ? outcome.tree : 'nothing is ready and no timer is set';

/** In asyncio's own words, followed by what the task was waiting for. */
function describeDestruction({ before, names }: Telling, id: number, name: string): string {
  const status = findTask(before, id)?.status;
  const wait = status?.kind === 'waiting' ? `: it ${describeWait(status.on, before, id, names)}` : '';
  return `${name} is destroyed while it is pending${wait}.`;
}

/** The current line of a task, as ` at line 5`, or as ` in inner at line 5` if the line is not in its own coroutine. */
function describeLine({ after }: Telling, id: number): string {
  const chain = listAwaitChain(after, id);
  const innermost = chain.at(-1);
  if (!innermost) return '';
  return `${chain.length > 1 ? ` in ${innermost.function}` : ''} at line ${innermost.line}`;
}
