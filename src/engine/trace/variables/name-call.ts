import type { Trace } from '../event/events.ts';
import type { Origins } from '../state/index-origins.ts';
import { formatValue } from './format-value.ts';
import { readValue, type Value } from './read-value.ts';
import { findLast, type RunVariables } from './read-variables.ts';

/** What the names of a run's calls are made from. */
export type Calls = { readonly trace: Trace; readonly origins: Origins; readonly variables: RunVariables };

/** Returns how a frame was called, in at most about 40 characters: `fibonacci(below=4)`. The module is called `module`. */
export function nameCall(calls: Calls, frame: number): string {
  const created = calls.origins.frames.get(frame);
  if (created === undefined) return '';
  if (created.type === 'module') return 'module';
  const { language } = calls.trace;
  const given = listArguments(calls, frame).map(({ name, value }) => `${name}=${formatValue(value, language, 16)}`);
  const list = given.join(', ');
  return `${created.function}(${list.length > 40 ? `${list.slice(0, 39)}…` : list})`;
}

/** The arguments of a frame. */
export type Argument = { readonly name: string; readonly value: Value };

/** Returns the arguments of a frame in order, without the object whose method it is. */
export function listArguments({ origins, variables }: Calls, frame: number): readonly Argument[] {
  const created = origins.frames.get(frame);
  if (created === undefined) return [];
  const histories = new Map(variables.historiesOf(frame).map((history) => [history.name, history.changes]));
  return variables.parametersOf(frame).flatMap((name) => {
    if (isReceiver(name)) return [];
    const value = findLast(histories.get(name) ?? [], created.seq)?.value ?? null;
    return value === null ? [] : [{ name, value: readValue(variables, value, created.seq, 1) }];
  });
}

/** Whether a variable is the object or class whose method runs, judged by the usual name in both languages. */
export function isReceiver(name: string): boolean {
  return name === 'self' || name === 'this' || name === 'cls';
}
