import { readTerminalText } from './read-terminal.ts';
import type { Telling } from './telling.ts';
import type { ErrorText } from '../event/events.ts';
import { nameCallback } from './name-callback.ts';
import { isOfProgram } from '../state/is-of-program.ts';

/** asyncio's own callbacks act under the name of the object that they belong to. */
const library: ReadonlySet<string> = new Set([
  'TaskGroup',
  'gather',
  'shield',
  'wait',
  'timeout',
  'as_completed',
  'asCompleted',
]);

/**
 * Returns the actor of an event, for the beginning of a sentence: a task's name, `The callback tick`, `gather`, `The program`, …
 */
export function nameActor({ event, before, names }: Telling): string {
  if (event.task !== null) return names.tasks.get(event.task) ?? `task ${event.task}`;
  if (isOfProgram(event)) return 'The program';
  if (!before.callback) return event.kind === 'output' ? 'The program' : 'The event loop';
  const label = names.label(before.callback.label);
  return isLibraryCallback(label) ? label : capital(nameCallback(label, names));
}

/** Whether a callback with this label is asyncio's own. */
export function isLibraryCallback(label: string): boolean {
  return library.has(label.replace(/\(.*/s, ''));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const longest = 60;

/** Returns printed text in quotation marks, on one line, with its spaces, and cut if it is long. */
export function quotePrinted(text: string): string {
  const line = readTerminalText(text).replace(/\s*\n\s*/g, ' ');
  return `“${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}”`;
}

/** Returns an error in words: `ValueError: boom`, without a full stop. */
export function tellError({ name, message }: ErrorText): string {
  const line = message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line === '' ? name : `${name}: ${line}`;
}

/** Whether a value is the result of a function that returns nothing. */
export function isNothing(value: string | undefined): boolean {
  return value === undefined || value === 'None' || value === 'undefined';
}
