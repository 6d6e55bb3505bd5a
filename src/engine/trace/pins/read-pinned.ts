import type { Run } from '../open-run.ts';
import type { RunState } from '../state/run-state.ts';
import { formatValue } from '../variables/format-value.ts';
import { type Change, findLast, type RunVariables } from '../variables/read-variables.ts';
import { readValue, type Value } from '../variables/read-value.ts';
import { toCamel } from '../variables/to-camel.ts';
import type { Pin } from './parse-pins.ts';

/** A pinned variable at one step. */
export type Pinned = {
  /** Its name in the run's own language: `this.inStock` for the pin `self.in_stock`. */
  readonly name: string;
  readonly use: Pin['use'];
  /** Null if it has no value yet, or if the run no longer records its variables. */
  readonly value: Value | null;
  /** The frame that has the variable; null while there is none. */
  readonly frame: number | null;
  /** Whether that frame's function has ended; the value is then its last. */
  readonly isLeft: boolean;
  /** Whether the step gave it a value, or changed its content. */
  readonly isChanged: boolean;
  /** Its values between the step before and this one, in order, without the present one. */
  readonly passed: readonly Value[];
};

/** The variable in one frame: its name there, and what it referred to when. */
type Holder = {
  readonly frame: number;
  readonly created: number;
  readonly name: string;
  readonly changes: readonly Change[];
};

/**
 * Returns a pinned variable as it is at a step, from 1 (0: before the first). If several frames have a variable of that name, the
 * innermost frame on the call stack counts, then a suspended frame, then the module, then the function that was called last.
 */
export function readPinned(run: Run, pin: Pin, step: number): Pinned {
  const state = run.stateAt(step);
  const { seq } = state;
  const found = seq >= run.variables.end ? undefined : findHolder(run, state, pin);
  if (found === undefined) {
    const nothing = { value: null, frame: null, isLeft: false, isChanged: false, passed: [] };
    const root = listHolders(run, pin.path[0])[0]?.name ?? pin.path[0];
    return { name: writeName(run, pin, root), use: pin.use, ...nothing };
  }
  const { holder, rank } = found;
  const since = step > run.steps.length ? seq : (run.steps[step - 2]?.last ?? -1);
  const value = readAt(run, holder, pin, seq);
  const told = value === null ? [] : listBetween(run, holder, pin, since, seq);
  const before = write(run, readAt(run, holder, pin, since));
  const passed = told.filter((each, at) => write(run, each) !== write(run, told[at - 1] ?? null));
  if (passed[0] !== undefined && write(run, passed[0]) === before) passed.shift();
  if (write(run, passed.at(-1) ?? null) === write(run, value)) passed.pop();
  return {
    name: writeName(run, pin, holder.name),
    use: pin.use,
    value,
    frame: holder.frame,
    isLeft: rank === ended,
    isChanged: passed.length > 0 || write(run, value) !== before,
    passed: passed.slice(-mostPassed),
  };
}

/** Whether any function of the run has the variable at any time. */
export function hasPinned(run: Run, pin: Pin): boolean {
  const holders = listHolders(run, pin.path[0]);
  if (pin.path.length === 1) return holders.length > 0;
  return holders.some((holder) =>
    [...holder.changes.map(({ seq }) => seq), Infinity].some((seq) => readAt(run, holder, pin, seq) !== null),
  );
}

/** All names that a pin could have in a run: variables, and attributes of `self`, `this` or the pin's own first name. */
export function listPinnable(run: Run, pin: Pin): readonly string[] {
  const names = new Set<string>();
  for (const frame of run.origins.frames.keys()) {
    for (const { name } of run.variables.historiesOf(frame)) names.add(name);
  }
  for (const root of new Set([pin.path[0], 'self'])) {
    for (const { name, changes } of listHolders(run, root)) {
      const value = changes.findLast((change) => change.value !== null)?.value;
      const object = value === undefined || value === null ? null : readValue(run.variables, value, Infinity, 1);
      for (const key of object?.kind === 'object' ? listKeys(object) : []) names.add(`${name}.${key}`);
    }
  }
  return [...names];
}

const mostPassed = 4;
/** If more happens in a step, only this many of its last events are examined for earlier values of a variable. */
const mostEvents = 200;

const isSelf = (name: string): boolean => name === 'self' || name === 'this';
const toCommon = (name: string): string => (isSelf(name) ? 'self' : toCamel(name));

const known = new WeakMap<RunVariables, Map<string, readonly Holder[]>>();

/** The variables with this name, or its spelling in the other language, in the order in which their frames were entered. */
function listHolders({ variables, origins }: Run, wanted: string): readonly Holder[] {
  const ofRun = known.get(variables) ?? new Map<string, readonly Holder[]>();
  known.set(variables, ofRun);
  const common = toCommon(wanted);
  const held = ofRun.get(common);
  if (held !== undefined) return held;
  const holders = [...origins.frames.values()].flatMap(({ frame, seq }) =>
    variables
      .historiesOf(frame)
      .flatMap(({ name, changes }): readonly Holder[] =>
        toCommon(name) === common ? [{ frame, created: seq, name, changes }] : [],
      ),
  );
  ofRun.set(common, holders);
  return holders;
}

/** The ranks of frames. The greatest rank wins; among equals, the frame that was entered last. */
const [ended, module, open, stacked] = [0, 1, 2, 3];

function findHolder(
  run: Run,
  state: RunState,
  pin: Pin,
): { readonly holder: Holder; readonly rank: number } | undefined {
  const depths = new Map([...state.callStack].map((frame, depth) => [frame, depth]));
  const rankOf = (frame: number): number => {
    const depth = depths.get(frame);
    if (depth !== undefined) return stacked + depth;
    if (state.frames.get(frame) !== undefined) return open;
    return run.origins.frames.get(frame)?.type === 'module' ? module : ended;
  };
  let found: { readonly holder: Holder; readonly rank: number } | undefined;
  for (const holder of listHolders(run, pin.path[0])) {
    if (holder.created > state.seq) break;
    const rank = rankOf(holder.frame);
    if (found !== undefined && rank < found.rank) continue;
    if (readAt(run, holder, pin, state.seq) !== null) found = { holder, rank };
  }
  return found;
}

/** The value of a holder's variable after an event, or at the end of its function if that had ended by then. */
function readAt({ variables }: Run, { changes }: Holder, { path }: Pin, seq: number): Value | null {
  const last = findLast(changes, seq);
  const reference =
    last?.value ??
    (last === undefined ? null : changes.findLast((change) => change.seq < last.seq && change.value !== null)?.value) ??
    null;
  if (reference === null) return null;
  let value: Value | undefined = readValue(variables, reference, seq, path.length + 2);
  for (const attribute of path.slice(1)) value = readAttribute(value, attribute);
  return value ?? null;
}

function readAttribute(value: Value | undefined, attribute: string): Value | undefined {
  if (value?.kind !== 'object') return undefined;
  return value.entries.find(([key]) => key.kind === 'text' && toCommon(unquote(key.text)) === toCommon(attribute))?.[1];
}

const unquote = (text: string): string => text.replaceAll(/^['"]|['"]$/g, '');

function listKeys({ entries }: Extract<Value, { kind: 'object' }>): readonly string[] {
  return entries.flatMap(([key]) => (key.kind === 'text' ? [unquote(key.text)] : []));
}

/** The values of a variable after each event in which the run recorded variables, after `since` and up to `seq`. */
function listBetween(run: Run, holder: Holder, pin: Pin, since: number, seq: number): readonly Value[] {
  const { events } = run.trace;
  const values: Value[] = [];
  for (let at = Math.max(since + 1, seq - mostEvents); at <= seq; at += 1) {
    const event = events[at];
    if (event === undefined || !('variables' in event)) continue;
    const value = readAt(run, holder, pin, at);
    if (value !== null) values.push(value);
  }
  return values;
}

function write(run: Run, value: Value | null): string | null {
  return value === null ? null : formatValue(value, run.trace.language, 4000, ({ id }, text) => `${text}@${id}`);
}

function writeName({ trace }: Run, { path }: Pin, root: string): string {
  const first = isSelf(root) ? (trace.language === 'python' ? 'self' : 'this') : root;
  return [first, ...path.slice(1)].join('.');
}
