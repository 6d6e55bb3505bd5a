import type { Run } from '../open-run.ts';
import type { RunState } from '../state/run-state.ts';
import { type Formatted, formatValue } from '../variables/format-value.ts';
import { hasEntries } from '../event/variables.ts';
import type { Value } from '../variables/read-value.ts';
import { nameObject } from '../words/name-object.ts';
import type { Pin, PinUse } from './parse-pins.ts';
import { readPinned } from './read-pinned.ts';

/** A pinned variable at one step in words: the page draws these as cells, and a terminal prints them. */
export type PinText = {
  /** Its name in the run's own language. */
  readonly name: string;
  /** `rows`: a dict or an object. `value`: anything else, as the only entry of `cells`. */
  readonly shape: PinUse | 'rows' | 'value';
  /** The function that has the variable: `run`, `module`; null while there is none. */
  readonly owner: string | null;
  readonly isLeft: boolean;
  readonly isChanged: boolean;
  /** Null while it has no value. */
  readonly cells: readonly PinCell[] | null;
  /** The total number of cells, if not all are shown. */
  readonly size: number;
  /** Its values between the step before and this one, each on one line. */
  readonly passed: readonly string[];
};

export type PinCell = {
  /** The key of a dict's entry. */
  readonly key: string | null;
  readonly text: string;
  /** The object's identity; null for a value that has none. */
  readonly id: number | null;
  /** Whether it is the next to go out. */
  readonly isFirst: boolean;
};

/** Returns a pinned variable of a run at a step, from 1 (0: before the first). */
export function tellPin(run: Run, pin: Pin, step: number, adorn?: Adorn): PinText {
  const { name, use, value, frame, isLeft, isChanged, passed } = readPinned(run, pin, step);
  const state = run.stateAt(step);
  const write = createWriter(run, state, adorn);
  // Before it has a value it is drawn as what it will be, so that it takes the same space.
  const shape = chooseShape(value ?? readPinned(run, pin, run.steps.length).value, use);
  return {
    name,
    shape,
    owner: frame === null ? null : nameOwner(run, frame),
    isLeft,
    isChanged,
    cells: value === null ? null : listCells(value, shape, write),
    size: value?.kind === 'object' ? value.size : 1,
    passed: passed.map((each) => joinCells(listCells(each, shape, write), shape)),
  };
}

function nameOwner({ origins }: Run, frame: number): string {
  const { type, function: name } = origins.frames.get(frame) ?? { type: 'function', function: '' };
  return type === 'module' ? 'module' : name;
}

/** What a cell shows for an object: its name in the drawing, or else in the language. */
export type Adorn = (object: Formatted, text: string) => string;

/** Returns cells on one line: `coffee, toast`, `'tea': 3, 'eggs': 7`, `nothing`. */
export function joinCells(cells: readonly PinCell[], shape: PinText['shape']): string {
  if (cells.length === 0 && shape !== 'value') return 'nothing';
  return cells.map(({ key, text }) => (key === null ? text : `${key}: ${text}`)).join(', ');
}

type Write = (value: Value) => string;

function createWriter(run: Run, state: RunState, adorn: Adorn = (_, text) => text): Write {
  const name: Adorn = (object, text) => adorn(object, nameObject(run, state, object) ?? text);
  return (value) => {
    const whole = formatValue(value, run.trace.language, 2 * mostCharacters, name).replaceAll(functions, '$1');
    const text = whole.length <= mostCharacters ? whole : `${whole.slice(0, mostCharacters - 1)}…`;
    return value.kind === 'object' ? name(value, text) : text;
  };
}

/** A function is shown by its name alone, as in the language. */
const functions = /<function ([^<>]+|<\w+>)>/g;

/** Characters of one cell. */
const mostCharacters = 40;

function chooseShape(value: Value | null, use: Pin['use']): PinText['shape'] {
  if (value?.kind !== 'object') return use ?? (value === null ? 'list' : 'value');
  const { form } = value;
  if (hasEntries(form)) return 'rows';
  if (form === 'deque') return use ?? 'queue';
  return form === 'list' || form === 'tuple' || form === 'set' ? (use ?? 'list') : 'value';
}

function listCells(value: Value, shape: PinText['shape'], write: Write): readonly PinCell[] {
  const cell = (item: Value, key: Value | null, isFirst: boolean): PinCell => ({
    key: key === null ? null : write(key),
    text: write(item),
    id: item.kind === 'object' ? item.id : null,
    isFirst,
  });
  if (value.kind !== 'object' || shape === 'value') return [cell(value, null, false)];
  if (shape === 'rows') return value.entries.map(([key, item]) => cell(item, key, false));
  const first = findFirst(value.items, shape);
  return value.items.map((item, at) => cell(item, null, at === first));
}

/** Which item is the next to go out; -1 if the shape does not say. */
function findFirst(items: readonly Value[], shape: PinText['shape']): number {
  switch (shape) {
    case 'queue':
      return 0;
    case 'stack':
      return items.length - 1;
    case 'heap':
      return findSmallest(items);
    default:
      return -1;
  }
}

/** Compares the first values of items, as tuples are compared: numbers, up to the first value that is not one. */
function findSmallest(items: readonly Value[]): number {
  const keys = items.map(readNumbers);
  return keys.reduce((least, key, at) => (isLess(key, keys[least] ?? []) ? at : least), 0);
}

function readNumbers(value: Value): readonly number[] {
  const parts = value.kind === 'text' ? [value] : [...value.items, ...value.entries.map(([, item]) => item)];
  const numbers: number[] = [];
  for (const part of parts) {
    const number = part.kind === 'text' ? Number(part.text) : NaN;
    if (Number.isNaN(number)) break;
    numbers.push(number);
  }
  return numbers;
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? -Infinity);
}
