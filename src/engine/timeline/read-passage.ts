import type { TraceEvent } from '../trace/event/events.ts';
import { findFrame } from '../trace/state/read-state.ts';
import type { Moment } from '../trace/state/moment.ts';
import type { FramePassageKind } from './geometry.ts';
import { letterWidth } from './measures.ts';

/** The room before a label, in pixels. */
export const roomBefore = 5;
const roomAfter = 5;
const longest = 20;

/** Returns how wide the column of a step must be for the text of its passage; 0 if no control passes. */
export function measurePassage(moment: Moment, holderBefore: number): number {
  const spoken = readPassage(moment, holderBefore);
  return spoken === undefined ? 0 : roomBefore + spoken.text.length * letterWidth + roomAfter;
}

type Spoken = { readonly kind: FramePassageKind; readonly text: string; readonly from: number; readonly to: number };

/** Returns what passes in a step, and between which lanes; undefined if no control passes between frames. */
export function readPassage(
  { step: { event }, state, holder, target }: Moment,
  holderBefore: number,
): Spoken | undefined {
  const words = speak(event, 'frame' in event ? findFrame(state, event.frame)?.type : undefined);
  const from = event.kind === 'frame-resumed' ? holderBefore : target;
  if (words === undefined || from === holder) return undefined;
  const { kind, text } = words;
  return { kind, text: text.length > longest ? `${text.slice(0, longest - 1)}…` : text, from, to: holder };
}

function speak(event: TraceEvent, type: string | undefined): { kind: FramePassageKind; text: string } | undefined {
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
