import type { SyncName } from '@yieldpoint/scheduler';
import type { TraceEvent } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';
import { longestName, type TraceNames } from '../event/names.ts';
import { findHolders, type Holders, type Path } from './find-holders.ts';
import { formatValue } from './format-value.ts';
import { type Argument, type Calls, listArguments } from './name-call.ts';

/**
 * Returns the names of a run's parts, derived from its variables. A frame is named after its call, and after the list or dictionary
 * that holds its generator if several were called alike. A lock, a queue or a future is named after the variable or attribute that
 * held it when it was first seen, or, if that held several, after another one that holds it alone.
 */
export function collectNames(calls: Calls): TraceNames {
  const holders = findHolders(calls.trace.events);
  const sync = listWaitedFor(calls).map((part) => ({ part, key: `${part.object} #${part.id}` }));
  const futures = [...calls.origins.futures.values()]
    .filter(({ label }) => label === 'Future')
    .map(({ future }) => ({ part: future, key: `future ${future}` }));
  return {
    frames: nameFrames(calls, holders),
    sync: nameParts(sync, holders).map(([{ object, id }, name]) => [object, id, name]),
    futures: nameParts(futures, holders),
  };
}

/** The locks, queues, … that a task has had to wait for, in that order. */
function listWaitedFor({ trace }: Calls): readonly SyncName[] {
  const found = new Map<string, SyncName>();
  for (const event of trace.events) {
    if (event.kind === 'sync-enqueued') found.set(`${event.on.object} #${event.on.id}`, event.on);
  }
  return [...found.values()];
}

function nameParts<Part>(
  all: readonly { readonly part: Part; readonly key: string }[],
  { parts, listPaths }: Holders,
): (readonly [Part, string])[] {
  const found = all.flatMap(({ part, key }) => {
    const object = parts.get(key);
    const texts = object === undefined ? [] : listPaths(object).map(({ text }) => text);
    return texts.length === 0 ? [] : [{ part, texts: [...new Set(texts)] }];
  });
  const counts = countAll(found.flatMap(({ texts }) => texts));
  return found.map(({ part, texts }) => {
    const [first = ''] = texts;
    return [part, counts.get(first) === 1 ? first : (texts.find((text) => counts.get(text) === 1) ?? first)];
  });
}

/**
 * Names of the frames that are lanes: those that can suspend, and calls in threads. A frame whose name would be that of its
 * function is left out.
 */
function nameFrames(calls: Calls, holders: Holders): (readonly [number, string])[] {
  const argumentsOf = nameArguments(calls, holders);
  const named = listLaneFrames(calls).map((created) => {
    return { ...created, call: writeCall(created.function, argumentsOf(created.frame)) };
  });
  const counts = countAll(named.map(({ call }) => call));
  return named.flatMap(({ frame, seq, call, type, task, function: name }): [number, string][] => {
    const isOfTask = type === 'coroutine' && task !== null;
    const object = counts.get(call) === 1 || isOfTask ? undefined : calls.variables.findObjectOf(frame);
    const chosen = (object === undefined ? undefined : findItem(holders.listPaths(object), seq)) ?? call;
    return chosen === name ? [] : [[frame, chosen]];
  });
}

type FrameCreated = Extract<TraceEvent, { kind: 'frame-created' }>;

function listLaneFrames({ trace, origins }: Calls): readonly FrameCreated[] {
  const threads = new Set<number | null>();
  for (const event of trace.events)
    if (event.kind === 'task-created' && event.thread !== undefined) threads.add(event.id);
  return [...origins.frames.values()].filter(({ type, task }) => isSuspendable(type) || threads.delete(task));
}

/** The list or dictionary that held a generator before it began to run. */
function findItem(paths: readonly Path[], seq: number): string | undefined {
  return paths.find((path) => path.item !== undefined && path.seq <= seq)?.item;
}

/** An object is shown by the variable in which the caller has it, any other value as it is written. */
function nameArguments(calls: Calls, { listPaths }: Holders): (frame: number) => readonly string[] {
  const { language } = calls.trace;
  const write = (frame: number, { value }: Argument): string => {
    if (value.kind === 'text') return cutText(value.text);
    const path = listPaths(value.id).find((other) => other.frame !== frame && !other.isOfReceiver);
    if (path !== undefined && path.text.length <= longestArgument) return path.text;
    if (value.form === 'instance' || value.form === 'opaque') return value.type;
    return value.label ?? shorten(formatValue(value, language, Infinity));
  };
  return (frame) => listArguments(calls, frame).map((argument) => write(frame, argument));
}

/**
 * A function or class is shown by its name, a number with at most three decimals, and a text that is cut keeps its quotation marks.
 */
function cutText(text: string): string {
  const [, name] = declared.exec(text) ?? [];
  if (name !== undefined) return name.startsWith('<') ? (unnamed[name] ?? 'function') : name;
  const number = Number(text);
  if (/^-?\d+\.\d{4,}$/.test(text))
    return String(Number(Math.abs(number) < 1 ? number.toPrecision(3) : number.toFixed(3)));
  if (text.length <= longestArgument) return text;
  const last = text.at(-1) ?? '';
  return `${text.slice(0, longestArgument - 2)}…${/['"`]/.test(last) ? last : ''}`;
}

/** A list, dictionary, … that is too long or has others inside shows only its kind: `[…]`. */
function shorten(text: string): string {
  if (text.length <= longestArgument && !text.includes('<')) return text;
  const opening = /^[\w ]*[[({]/.exec(text)?.[0] ?? '';
  return opening === '' ? text.slice(0, longestArgument) : `${opening}…${text.at(-1) ?? ''}`;
}

/** A function, method or class as a value. */
const declared = /^<(?:function|method|class) (.+)>$/;
const unnamed: Readonly<Record<string, string>> = { '<lambda>': 'lambda', '<anonymous>': '() => …' };
const longestArgument = 16;

/** Characters between the parentheses. */
const longestList = 28;

/** If there is no room for all arguments, the first ones are dropped, because the last one more often distinguishes calls. */
function writeCall(name: string, given: readonly string[]): string {
  if (given.length === 0) return name;
  let shown = given;
  while (shown.length > 1 && shown.join(', ').length > longestList) shown = shown.slice(1);
  const list = [...(shown.length < given.length ? ['…'] : []), ...shown].join(', ');
  return `${name.slice(0, longestName - list.length - 2)}(${list})`;
}

function countAll(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
