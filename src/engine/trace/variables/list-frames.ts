import type { WaitTarget, SyncName } from '@yieldpoint/scheduler';
import type { FrameType } from '../event/events.ts';
import { nameCall } from './name-call.ts';
import type { Run } from '../open-run.ts';
import { findTask } from '../state/read-state.ts';
import { readValue, type Value } from './read-value.ts';
import { findLast } from './read-variables.ts';
import type { FrameState, RunState } from '../state/run-state.ts';

/** A variable of a frame at one moment. */
export type Variable = {
  readonly name: string;
  readonly value: Value;
  /** What happened to it since the moment before: it got a value, or the content of its value has changed. */
  readonly change: 'assigned' | 'mutated' | null;
};

/** What a suspended frame waits for: the frame it delegates to, or what its task waits for. */
type FrameWait =
  | { readonly kind: 'frame'; readonly frame: number }
  | { readonly kind: 'task'; readonly on: WaitTarget; readonly at: SyncName | null };

/** A frame as shown on a card. */
export type FrameCard = {
  readonly kind: 'frame';
  readonly id: number;
  /** Its call: `fibonacci(below=4)`. */
  readonly name: string;
  readonly function: string;
  readonly type: FrameType;
  /** `running` is the innermost frame of the stack, `calling` are those beneath it; `created` frames have not been entered. */
  readonly status: 'running' | 'calling' | 'suspended' | 'created';
  /** The line it is on. */
  readonly line: number;
  /** The id of the task in which it runs, or ran last. */
  readonly task: number | null;
  /** In order of first assignment. */
  readonly variables: readonly Variable[];
  readonly waits: FrameWait | null;
};

/** The event loop, if the loop runs the frames above it. */
type LoopCard = { readonly kind: 'loop' };

export type FrameCards = {
  /** The call stack, innermost first; if it is deeper than asked for, only its innermost frames. */
  readonly stack: readonly (FrameCard | LoopCard)[];
  /** The frames that are not running, in order of entry; frames that wait for one another form one chain, innermost first. */
  readonly suspended: readonly (readonly FrameCard[])[];
  /** The module's own variables, if its code has ended and the functions it defined continue; null while it is on the stack. */
  readonly module: FrameCard | null;
  /** How many more frames there are. */
  readonly more: { readonly stack: number; readonly suspended: number };
};

/**
 * Returns the frames of a run with their variables as they are in a state of it.
 *
 * @param since the event at which the reader was before; changes after it are marked
 * @param most how many frames of the stack, and how many suspended ones, are returned at most; a chain that alone is longer is cut
 * to its innermost frames
 */
export function listFrames(run: Run, state: RunState, since: number, most = Infinity): FrameCards {
  const card = createCards(run, state, since);
  const depth = state.callStack.size;
  const stack: FrameCard[] = [];
  for (let at = depth - 1; at >= 0 && stack.length < most; at -= 1) {
    const frame = card(state.callStack.at(at) ?? 0);
    if (frame !== undefined) stack.push(frame);
  }
  const chains = listChains(state);
  const suspended: (readonly FrameCard[])[] = [];
  let [shown, all] = [0, 0];
  for (const chain of chains) {
    all += chain.length;
    if (shown >= most) continue;
    const cards = chain.slice(0, most).flatMap(({ id }) => card(id) ?? []);
    suspended.push(cards);
    shown += cards.length;
  }
  return {
    stack: withLoop(stack, state),
    suspended,
    module: findModule(run, state, since),
    more: { stack: Math.max(depth - most, 0), suspended: all - shown },
  };
}

type MakeCard = (id: number) => FrameCard | undefined;

function createCards(run: Run, state: RunState, since: number): MakeCard {
  const innermost = state.callStack.at(state.callStack.size - 1);
  return (id) => {
    const variables = listVariables(run, id, state.seq, since);
    const common = { kind: 'frame', id, name: nameCall(run, id), variables } as const;
    const call = state.calls.get(id);
    if (call) {
      const { function: name, type, line, task } = call;
      const status = id === innermost ? 'running' : 'calling';
      return { ...common, function: name, type, status, line, task, waits: null };
    }
    const frame = state.frames.get(id);
    if (!frame || frame.status === 'closed') return undefined;
    const { function: name, type, line, task, status } = frame;
    const shown = status !== 'running' ? status : id === innermost ? 'running' : 'calling';
    return { ...common, function: name, type, status: shown, line, task, waits: findWait(state, frame) };
  };
}

/** Returns the variables of a frame that have a value after event `seq`; none if the run no longer records them. */
export function listVariables({ variables }: Run, frame: number, seq: number, since = seq): readonly Variable[] {
  if (seq >= variables.end) return [];
  return variables.historiesOf(frame).flatMap(({ name, changes }): Variable[] => {
    const last = findLast(changes, seq);
    if (last === undefined || last.value === null) return [];
    const value = readValue(variables, last.value, seq);
    const isMutated = value.kind === 'object' && value.changedAt > since;
    return [{ name, value, change: last.seq > since ? 'assigned' : isMutated ? 'mutated' : null }];
  });
}

function findWait(state: RunState, { status, delegate, task }: FrameState): FrameWait | null {
  if (status !== 'suspended') return null;
  if (delegate !== null) return { kind: 'frame', frame: delegate };
  const waiting = findTask(state, task);
  if (waiting?.status.kind !== 'waiting' || waiting.rootFrame === null) return null;
  return { kind: 'task', on: waiting.status.on, at: waiting.status.at };
}

/** Suspended and created frames, each chain of delegation from the innermost out. */
function listChains({ frames }: RunState): readonly (readonly FrameState[])[] {
  const open = new Map([...frames].flatMap((frame) => (isLeftAlone(frame) ? [[frame.id, frame]] : [])));
  const delegatedTo = new Set([...open.values()].flatMap(({ delegate }) => (delegate === null ? [] : [delegate])));
  return [...open.values()].flatMap((root) => {
    if (delegatedTo.has(root.id)) return [];
    const chain = new Set<FrameState>();
    for (let frame: FrameState | undefined = root; frame && !chain.has(frame);) {
      chain.add(frame);
      frame = frame.delegate === null ? undefined : open.get(frame.delegate);
    }
    return [[...chain].reverse()];
  });
}

const isLeftAlone = ({ status }: FrameState): boolean => status === 'suspended' || status === 'created';

/** Puts the loop between the frames that it runs and the frames, if any, that run the loop. */
function withLoop(stack: readonly FrameCard[], state: RunState): readonly (FrameCard | LoopCard)[] {
  const isAtWork = state.running.length > 0 || state.callback !== null;
  if (!isAtWork && (stack.length > 0 || state.iteration === 0)) return stack;
  const driven = stack.findLastIndex(({ id, task }) => task !== null || (state.calls.get(id)?.iteration ?? 0) > 0);
  return [...stack.slice(0, driven + 1), { kind: 'loop' }, ...stack.slice(driven + 1)];
}

function findModule(run: Run, state: RunState, since: number): FrameCard | null {
  // The module is entered before anything in it.
  const [id] = run.origins.plainFrames;
  const created = run.origins.frames.get(id ?? 0);
  if (id === undefined || created?.type !== 'module' || created.seq > state.seq) return null;
  if (state.calls.get(id) !== undefined) return null;
  const variables = listVariables(run, id, state.seq, since);
  if (variables.length === 0) return null;
  return {
    kind: 'frame',
    id,
    name: 'module',
    function: created.function,
    type: 'module',
    status: 'suspended',
    line: 1,
    task: null,
    variables,
    waits: null,
  };
}
