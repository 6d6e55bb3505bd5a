import type { Run } from '../trace/open-run.ts';
import { findTask } from '../trace/state/read-state.ts';
import type { RunState } from '../trace/state/run-state.ts';
import type { FrameCard, FrameCards, Variable } from '../trace/variables/list-frames.ts';
import type { Value } from '../trace/variables/read-value.ts';

/**
 * The objects that are marked at a step, by identity, and those that belong to a frame on a card: a generator, or a task's
 * coroutine.
 */
export type Shared = {
  readonly objects: ReadonlySet<number>;
  /** The object of each frame, if a variable refers to it. */
  readonly frames: ReadonlyMap<number, number>;
};

/**
 * Returns the objects that more than one place in these frames refers to: two variables, a variable and an item of a list, or a
 * variable and the frame's own card. The content of an object counts once, however many variables refer to the object.
 */
export function listShared(run: Run, state: RunState, cards: FrameCards): Shared {
  const { stack, suspended, module } = cards;
  const seen = new Set<number>();
  const objects = new Set<number>();
  const frames = new Map<number, number>();
  const shown = new Set([...stack, ...suspended.flat()].map((card) => (card.kind === 'frame' ? card.id : 0)));
  const visit = (value: Value): void => {
    if (value.kind === 'text') return;
    if (seen.has(value.id)) {
      objects.add(value.id);
      return;
    }
    seen.add(value.id);
    const frame = findFrame(run, state, value);
    if (frame !== undefined && shown.has(frame)) {
      objects.add(value.id);
      // A task and its coroutine are one frame, and the one seen first provides the mark.
      if (!frames.has(frame)) frames.set(frame, value.id);
    }
    for (const item of value.items) visit(item);
    for (const [key, item] of value.entries) {
      visit(key);
      visit(item);
    }
  };
  const visitAll = (variables: readonly Variable[]): void => {
    for (const { value } of variables) visit(value);
  };
  const isFrame = (card: FrameCards['stack'][number]): card is FrameCard => card.kind === 'frame';
  for (const { variables } of [...stack.filter(isFrame), ...suspended.flat()]) visitAll(variables);
  if (module !== null) visitAll(module.variables);
  return { objects, frames };
}

/** The frame of a generator, a coroutine or a task. */
function findFrame({ variables }: Run, state: RunState, value: Extract<Value, { kind: 'object' }>): number | undefined {
  switch (value.form) {
    case 'generator':
    case 'coroutine':
    case 'async-generator':
      return value.of ?? variables.findFrameOf(value.id);
    case 'task':
      return findTask(state, value.of ?? null)?.rootFrame ?? undefined;
    default:
      return undefined;
  }
}

/** The mark of a shared object, the same wherever it is shown. */
export function writeMark(id: number): string {
  return `@${id}`;
}
