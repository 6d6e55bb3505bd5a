import type { Trace } from '../event/events.ts';
import { openRun, type Run } from '../open-run.ts';
import { formatValue } from '../variables/format-value.ts';
import { listVariables } from '../variables/list-frames.ts';
import { toCamel } from '../variables/to-camel.ts';
import type { Value } from '../variables/read-value.ts';

/** A variable that both halves of a pair have, with different values at one suspension of one frame. */
export type VariableDifference = {
  /** The function, with the number of its activation if it has several. */
  readonly frame: string;
  /** Which of the frame's suspensions, from 1. 0 means that the frame suspends more or less often in one of the two. */
  readonly suspension: number;
  readonly name: string;
  readonly left: string;
  readonly right: string;
};

/**
 * Returns the first difference between the values that the frames of two runs keep while they are suspended, or null. For every
 * function that both programs have, each activation must suspend equally often, and a variable of the same name (`inStock` is
 * `in_stock`) must have the same value each time. Values that the languages cannot share are not compared: functions, and objects
 * that are not opened.
 */
export function compareVariables(left: Trace, right: Trace): VariableDifference | null {
  const [ours, theirs] = [listSuspensions(left), listSuspensions(right)];
  for (const [frame, own] of ours) {
    const other = theirs.get(frame);
    if (other === undefined) continue;
    if (own.length !== other.length) {
      const count = (list: readonly unknown[]): string => `${list.length} suspensions`;
      return { frame, suspension: 0, name: '', left: count(own), right: count(other) };
    }
    for (const [index, variables] of own.entries()) {
      for (const [name, value] of variables) {
        const twin = other[index]?.get(name);
        if (twin === undefined || areAlike(value, twin)) continue;
        const [a, b] = [formatValue(value, left.language), formatValue(twin, right.language)];
        return { frame, suspension: index + 1, name, left: a, right: b };
      }
    }
  }
  return null;
}

type Variables = ReadonlyMap<string, Value>;

/**
 * The variables at each suspension, by function and activation. A suspension that only passes another one on belongs to the frame
 * that it waits for.
 */
function listSuspensions(trace: Trace): ReadonlyMap<string, readonly Variables[]> {
  const run = openRun(trace);
  const keys = new Map<number, string>();
  const counts = new Map<string, number>();
  const found = new Map<string, Variables[]>();
  for (const event of trace.events) {
    if (event.kind === 'frame-created') {
      const name = toCamel(event.function);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      keys.set(event.frame, count === 1 ? name : `${name} #${count}`);
    }
    if (event.kind !== 'frame-suspended') continue;
    const key = keys.get(event.frame) ?? '';
    const list = found.get(key) ?? [];
    found.set(key, list);
    list.push(readNames(run, event.frame, event.seq));
  }
  return found;
}

function readNames(run: Run, frame: number, seq: number): Variables {
  return new Map(listVariables(run, frame, seq).map(({ name, value }) => [toCamel(name), value]));
}

/** Whether two values of different languages are the same, as far as they can be compared. */
function areAlike(left: Value, right: Value): boolean {
  if (isOpaque(left) || isOpaque(right)) return !sayAnother(left, right);
  if (left.kind === 'text' || right.kind === 'text') {
    return left.kind === 'text' && right.kind === 'text' && toCommon(left.text) === toCommon(right.text);
  }
  const [ours, theirs] = [commonForm(left), commonForm(right)];
  if (ours !== theirs) return false;
  if (left.isClosed || right.isClosed || ours === 'part') return true;
  if (ours === 'entries' && (left.form === 'instance' || right.form === 'instance')) return sameAttributes(left, right);
  if (left.size !== right.size) return false;
  if (ours === 'set') return sameTexts(left.items, right.items);
  if (ours === 'entries') return sameEntries(left, right);
  return left.items.every((item, index) => right.items[index] !== undefined && areAlike(item, right.items[index]));
}

type ObjectValue = Extract<Value, { kind: 'object' }>;

/** A lock, an event, … of the library is not opened either, but both languages show its state. */
const sayAnother = (left: Value, right: Value): boolean =>
  left.kind === 'object' &&
  right.kind === 'object' &&
  left.form === 'opaque' &&
  right.form === 'opaque' &&
  left.label !== undefined &&
  right.label !== undefined &&
  left.label !== right.label;

const isOpaque = (value: Value): boolean =>
  value.kind === 'text' ? /^<|^[A-Z]\w*\(/.test(value.text) : value.form === 'opaque';

function commonForm({ form }: ObjectValue): 'list' | 'set' | 'entries' | 'part' {
  if (form === 'list' || form === 'tuple' || form === 'deque') return 'list';
  if (form === 'dict' || form === 'instance') return 'entries';
  return form === 'set' ? 'set' : 'part';
}

const words: Readonly<Record<string, string>> = {
  None: 'null',
  undefined: 'null',
  True: 'true',
  False: 'false',
  nan: 'NaN',
  inf: 'Infinity',
  '-inf': '-Infinity',
};

function toCommon(text: string): string {
  const word = words[text];
  if (word !== undefined) return word;
  return /^-?\d+(\.\d+)?n?$/.test(text) ? String(Number(text.replace('n', ''))) : text;
}

function sameTexts(left: readonly Value[], right: readonly Value[]): boolean {
  const sorted = (items: readonly Value[]): readonly string[] =>
    items.map((item) => (item.kind === 'text' ? toCommon(item.text) : item.form)).sort();
  const [ours, theirs] = [sorted(left), sorted(right)];
  return ours.length === theirs.length && ours.every((text, index) => text === theirs[index]);
}

function sameEntries(left: ObjectValue, right: ObjectValue): boolean {
  const theirs = byKey(right);
  return left.entries.every(([key, value]) => {
    const twin = theirs.get(keyOf(key));
    return twin !== undefined && areAlike(value, twin);
  });
}

/**
 * The attributes that both objects have. An attribute of the class in Python is a field of the object in TypeScript, and private
 * names begin with `_` or `#`.
 */
function sameAttributes(left: ObjectValue, right: ObjectValue): boolean {
  const theirs = byKey(right);
  return left.entries.every(([key, value]) => {
    const twin = theirs.get(keyOf(key));
    return twin === undefined || areAlike(value, twin);
  });
}

const byKey = ({ entries }: ObjectValue): ReadonlyMap<string, Value> =>
  new Map(entries.map(([key, value]) => [keyOf(key), value]));

const keyOf = (key: Value): string =>
  key.kind === 'text'
    ? toCamel(
        toCommon(key.text)
          .replaceAll(/^['"]|['"]$/g, '')
          .replace(/^[#_]+/, ''),
      )
    : key.form;
