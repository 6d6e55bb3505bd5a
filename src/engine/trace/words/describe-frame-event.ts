import type { Telling } from './telling.ts';
import type { FrameEvent, TraceEvent } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';
import { describeReport } from './describe-report.ts';
import { formatSeconds } from './format-seconds.ts';
import { joinWords } from './join-words.ts';
import { describeTaskEvent } from './describe-task-event.ts';
import { isNothing, quotePrinted } from './name-actor.ts';
import { isReport } from '../state/is-report.ts';
import { findFrame, findInnermost } from '../state/read-state.ts';

const things = { generator: 'a generator', coroutine: 'a coroutine', 'async-generator': 'an asynchronous generator' };

/** Returns an event of a run seen as frames as a sentence. */
export function describeFrameEvent(telling: Telling): string {
  const { event, after } = telling;
  const outside = event.task === null ? 'the program' : 'the event loop';
  const name = (id: number | null | undefined): string => telling.names.frames.get(id ?? 0) ?? outside;
  switch (event.kind) {
    case 'frame-created':
      if (!isSuspendable(event.type)) return describeTaskEvent(telling);
      return `${capital(name(findInnermost(after)))} calls ${name(event.frame)}: ${things[event.type]} is made, and nothing in it runs yet.`;
    case 'frame-resumed':
      return capital(describeResumption(telling, event, name));
    case 'frame-suspended':
      return describeSuspension(telling, event, name);
    case 'frame-left': {
      const value = isNothing(event.value) ? '' : ` ${event.value ?? ''}`;
      if (event.how === 'returned')
        return `${name(event.frame)} returns${value} to ${name(findInnermost(after))} and is closed.`;
      return event.value?.startsWith('GeneratorExit') === true
        ? `${name(event.frame)} lets GeneratorExit through and is closed.`
        : `${name(event.frame)} raises${value} and is closed.`;
    }
    case 'output': {
      if (isReport(event)) return describeReport(telling);
      const actor = capital(name(findInnermost(after)));
      return event.text === '' ? `${actor} prints an empty line.` : `${actor} prints ${quotePrinted(event.text)}.`;
    }
    case 'clock-jumped': {
      const passes = `the clock moves from ${formatSeconds(event.from)} to ${formatSeconds(event.time)}`;
      const isWaiting = event.task === null && event.cause !== null;
      return isWaiting ? describeTaskEvent(telling) : `${capital(name(findInnermost(after)))} blocks: ${passes}.`;
    }
    default:
      return describeTaskEvent(telling);
  }
}

const mostNames = 8;

/** A long chain is only counted, because nobody reads a hundred names. */
function nameAll(frames: readonly number[], name: Namer): string {
  return frames.length > mostNames ? `${frames.length} frames` : joinWords(frames.map(name));
}

type Namer = (id: number | null | undefined) => string;

function describeResumption(
  { trace, event, before }: Telling,
  { frame, how, value = '', line }: Extract<FrameEvent, { kind: 'frame-resumed' }>,
  name: Namer,
): string {
  const passed: number[] = [];
  let outer = event as Extract<FrameEvent, { kind: 'frame-resumed' }>;
  for (
    let other = trace.events[outer.seq - 1];
    other && resumesInto(other, outer);
    other = trace.events[outer.seq - 1]
  ) {
    passed.push(other.frame);
    outer = other;
  }
  const by = name(outer.by);
  const target = name(frame);
  const through = passed.length > 0 ? ` through ${nameAll(passed.reverse(), name)}` : '';
  const known = findFrame(before, frame);
  if (how === 'throw') return `${by} throws ${value}${through} into ${target} at line ${line}.`;
  if (how === 'close') return `${by} closes ${target}${through}: GeneratorExit is raised at line ${line}.`;
  if (!known || known.status === 'created') return `${by} starts ${target} at line ${line}.`;
  if (how === 'send') return `${by} sends ${value}${through} into ${target}, which resumes at line ${line}.`;
  // A coroutine has no next value, and neither has the `__await__` below it.
  if (findFrame(before, outer.frame)?.type === 'coroutine') return `${by} resumes ${target}${through} at line ${line}.`;
  return `${by} asks ${target}${through} for its next value: it resumes at line ${line}.`;
}

/** Whether `other` is the resumption of a delegating frame that passes straight on to `inner`. */
function resumesInto(
  other: TraceEvent,
  inner: Extract<FrameEvent, { kind: 'frame-resumed' }>,
): other is Extract<FrameEvent, { kind: 'frame-resumed' }> & TraceEvent {
  return other.kind === 'frame-resumed' && other.frame === inner.by;
}

function describeSuspension(
  { trace, event, after }: Telling,
  { frame, line, value }: Extract<FrameEvent, { kind: 'frame-suspended' }>,
  name: Namer,
): string {
  const through = trace.events
    .slice(event.seq + 1, after.seq + 1)
    .flatMap((other) => (other.kind === 'frame-suspended' ? [other.frame] : []));
  const to = name(findInnermost(after));
  if (value === undefined)
    return `${nameAll([frame, ...through], name)} ${through.length > 0 ? 'suspend' : 'suspends'} at line ${line}.`;
  if (through.length === 0) return `${name(frame)} yields ${value} to ${to} and suspends at line ${line}.`;
  const all = through.length === 1 ? 'both' : 'all of them';
  return `${name(frame)} yields ${value} at line ${line} through ${nameAll(through, name)} to ${to}, and ${all} suspend.`;
}

const capital = (sentence: string): string =>
  sentence.startsWith('the ') ? `The ${sentence.slice('the '.length)}` : sentence;
