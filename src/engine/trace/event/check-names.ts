import { type Check, type Fault, id, list, object, text, tuple } from './check-shape.ts';
import type { TraceEvent } from './events.ts';
import { longestName, type TraceNames } from './names.ts';

/** A name begins like an identifier and is on one line. */
const isName = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= longestName &&
  /^[\p{ID_Start}_$#][^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u.test(value);

const name: Check = (value) =>
  isName(value) ? null : { path: '', expected: `a name of at most ${longestName} characters on one line`, got: value };

/** The shape of a trace's table of names; `checkNames` checks that the named parts exist. */
export const namesShape: Check = object({
  frames: list(tuple(id, name)),
  sync: list(tuple(text, id, name)),
  futures: list(tuple(id, name)),
});

/** Returns what is wrong with a table of names: each part must belong to the run and be named only once. */
export function checkNames(names: TraceNames, events: readonly TraceEvent[]): Fault | null {
  const known = new Set(events.flatMap(listParts));
  const check = (path: string, keys: readonly string[]): Fault | null => {
    for (const [index, key] of keys.entries()) {
      if (!known.delete(key)) return { path: `${path}[${index}]`, expected: 'a part of the run, named once', got: key };
    }
    return null;
  };
  return (
    check(
      'frames',
      names.frames.map(([frame]) => `frame ${frame}`),
    ) ??
    check(
      'sync',
      names.sync.map(([object, id]) => `${object} #${id}`),
    ) ??
    check(
      'futures',
      names.futures.map(([future]) => `future ${future}`),
    )
  );
}

function listParts(event: TraceEvent): readonly string[] {
  switch (event.kind) {
    case 'frame-created':
      return [`frame ${event.frame}`];
    case 'future-created':
      return [`future ${event.future}`];
    case 'sync-enqueued':
      return [`${event.on.object} #${event.on.id}`];
    default:
      return [];
  }
}
