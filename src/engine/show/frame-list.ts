import type { Run } from '../trace/open-run.ts';
import type { RunState } from '../trace/state/run-state.ts';
import { findTask } from '../trace/state/read-state.ts';
import { formatValue } from '../trace/variables/format-value.ts';
import { type FrameCard, type FrameCards, listFrames, type Variable } from '../trace/variables/list-frames.ts';
import { nameCall } from '../trace/variables/name-call.ts';
import { describeWait } from '../trace/words/describe-wait.ts';
import { listShared, type Shared, writeMark } from './list-shared.ts';

/** The frames of a run at one step in words: the page draws them as cards, and a terminal prints them. */
export type FrameList = {
  /** The call stack, innermost first. */
  readonly stack: readonly FrameText[];
  /** Frames that are not running, each chain together, innermost first. */
  readonly suspended: readonly (readonly FrameText[])[];
  /** How many frames are not listed. */
  readonly more: FrameCards['more'];
};

export type FrameText = {
  /** The number of the frame; 0 for the event loop. */
  readonly id: number;
  /** Its call: `fibonacci(below=4)`. */
  readonly call: string;
  /** The mark of the generator or task that the frame belongs to, if a variable refers to that. */
  readonly mark: string | null;
  readonly status: FrameCard['status'] | 'loop' | 'ended';
  /** `running`, `suspended`, `not begun`, … */
  readonly state: string;
  /** Its current line, or null. */
  readonly line: number | null;
  readonly variables: readonly VariableText[];
  /** What it waits for, in words, or null. */
  readonly waits: string | null;
};

export type VariableText = {
  readonly name: string;
  /** On one line, with a limited length. */
  readonly short: string;
  /** Everything that the run records of it, if that is more than `short`. */
  readonly whole: string | null;
  /** The mark of the object, if others refer to it as well. */
  readonly mark: string | null;
  readonly change: Variable['change'];
};

/** How many frames of the stack, and how many suspended ones, are listed. */
export const mostFrames = 24;
const mostCharacters = 4000;

const states: Readonly<Record<FrameCard['status'], string>> = {
  running: 'running',
  calling: 'calling',
  suspended: 'suspended',
  created: 'not begun',
};

/** Returns the frames of a run at a step, from 1 (0: before the first), and marks what the step has changed. */
export function listFrameTexts(run: Run, step: number): FrameList {
  const state = run.stateAt(step);
  const cards = listFrames(run, state, eventBefore(run, step), mostFrames);
  const shared = listShared(run, state, cards);
  const text = (card: FrameCard): FrameText => describeCard(run, state, card, shared);
  return {
    stack: cards.stack.map((card) => (card.kind === 'loop' ? describeLoop(state) : text(card))),
    suspended: [
      ...cards.suspended.map((chain) => chain.map(text)),
      ...(cards.module === null
        ? []
        : [[{ ...text(cards.module), status: 'ended' as const, state: 'has run', line: null }]]),
    ],
    more: cards.more,
  };
}

/** The last event of the step before this one. */
function eventBefore(run: Run, step: number): number {
  return step > run.steps.length ? run.trace.events.length - 1 : (run.steps[step - 2]?.last ?? -1);
}

function describeLoop({ iteration }: RunState): FrameText {
  return {
    id: 0,
    call: 'event loop',
    mark: null,
    status: 'loop',
    state: `iteration ${iteration}`,
    line: null,
    variables: [],
    waits: null,
  };
}

function describeCard(run: Run, state: RunState, card: FrameCard, shared: Shared): FrameText {
  const { id, status, line, variables, name } = card;
  const object = shared.frames.get(id);
  return {
    id,
    call: name,
    mark: object === undefined ? null : writeMark(object),
    status,
    state: `${states[status]}${nameTask(run, state, card)}`,
    line,
    variables: variables.map((variable) => describeVariable(run, variable, shared)),
    waits: describeFrameWait(run, state, card),
  };
}

/** Names the task of a task's outermost frame. */
function nameTask(run: Run, state: RunState, { id, task }: FrameCard): string {
  return task !== null && findTask(state, task)?.rootFrame === id ? `, task ${run.names.tasks.get(task) ?? task}` : '';
}

function describeFrameWait(run: Run, state: RunState, { waits, task, type }: FrameCard): string | null {
  if (waits === null) return null;
  if (waits.kind === 'task') return describeWait(waits.on, state, task ?? 0, run.names);
  return `${type === 'generator' ? 'delegates to' : 'awaits'} ${nameCall(run, waits.frame)}`;
}

function describeVariable(run: Run, { name, value, change }: Variable, shared: Shared): VariableText {
  const { language } = run.trace;
  const adorn = ({ id }: { readonly id: number }, text: string): string =>
    shared.objects.has(id) ? `${text} ${writeMark(id)}` : text;
  const whole = formatValue(value, language, mostCharacters, adorn);
  const short = formatValue(value, language, undefined, adorn);
  return {
    name,
    short,
    whole: whole === short ? null : whole,
    mark: value.kind === 'object' && shared.objects.has(value.id) ? writeMark(value.id) : null,
    change,
  };
}
