import type { TraceEvent } from '../trace/event/events.ts';
import { findFrame } from '../trace/state/read-state.ts';
import type { Moment, MomentTable } from '../trace/state/moment.ts';
import type { Column, Lane, Passage, PassageKind } from './geometry.ts';

/** Labels are set in the code font at 11 pixels. */
const letterWidth = 6.6;
const before = 5;
const after = 5;
const longest = 20;

/** Returns how wide the column of a step must be for the text of its passage; 0 if no control passes. */
export function measurePassage(moment: Moment, holderBefore: number): number {
  const spoken = readPassage(moment, holderBefore);
  return spoken === undefined ? 0 : before + spoken.text.length * letterWidth + after;
}

/**
 * Returns how control passes between frames: an arrow from the frame (or the program) that gives it to the one that gets it, at the
 * left edge of the step, with its value beside its head. A frame that only delegates is skipped, as in PEP 380.
 */
export function layoutPassages(
  { moments, holderBefore }: MomentTable,
  columns: readonly Column[],
  lanes: readonly Lane[],
): readonly Passage[] {
  return columns.flatMap(({ step, x }, index): Passage[] => {
    const moment = moments[index];
    const spoken = moment && readPassage(moment, moments[index - 1]?.holder ?? holderBefore);
    const [from, to] = [lanes[spoken?.from ?? -1], lanes[spoken?.to ?? -1]];
    if (!spoken || !from || !to) return [];
    const isDown = from.y < to.y;
    const [y1, y2] = isDown ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
    const label = { x: x + before, y: isDown ? y2 - 6 : y2 + 14 };
    return [{ step, kind: spoken.kind, x, y1, y2, text: spoken.text, label }];
  });
}

type Spoken = { readonly kind: PassageKind; readonly text: string; readonly from: number; readonly to: number };

function readPassage({ step: { event }, state, holder, target }: Moment, holderBefore: number): Spoken | undefined {
  const words = speak(event, 'frame' in event ? findFrame(state, event.frame)?.type : undefined);
  const from = event.kind === 'frame-resumed' ? holderBefore : target;
  if (words === undefined || from === holder) return undefined;
  const { kind, text } = words;
  return { kind, text: text.length > longest ? `${text.slice(0, longest - 1)}…` : text, from, to: holder };
}

function speak(event: TraceEvent, type: string | undefined): { kind: PassageKind; text: string } | undefined {
  switch (event.kind) {
    case 'frame-resumed': {
      const { how, value = '' } = event;
      if (how === 'send' || how === 'throw') return { kind: how, text: `${how}(${value.replace(/:.*/s, '')})` };
      if (how === 'close') return { kind: how, text: 'close()' };
      return { kind: 'next', text: type === 'coroutine' ? 'await' : 'next()' };
    }
    case 'frame-suspended':
      return { kind: 'yield', text: event.value === undefined ? 'suspend' : `yield ${event.value}` };
    case 'frame-left': {
      const { how, value = '' } = event;
      const name = value.replace(/:.*/s, '');
      if (how === 'raised') return { kind: name === 'GeneratorExit' ? 'close' : 'raise', text: `raise ${name}` };
      return { kind: 'return', text: value === '' || value === 'None' ? 'return' : `return ${value}` };
    }
    default:
      return undefined;
  }
}
