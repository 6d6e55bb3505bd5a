import * as scheduler from '@yieldpoint/scheduler';
import type { ErrorText } from '../../trace/event/events.ts';

const page = 'A program here has no page. console.log(…) shows values.';
const node =
  'A program here does not run in Node: it has no process, no files and no arguments. Write the values into the program.';
const test = 'Call the function yourself. console.assert(condition, text) tells what is not so.';
const host = 'It belongs to browsers and to Node, and not to the language. Leave it out, or write what you need of it.';

/** What programs written for a browser or for Node take for given, and what to do without. What can be called says so itself. */
const instead: ReadonlyMap<string, string> = new Map([
  ...['document', 'window', 'self', 'localStorage', 'sessionStorage', 'location', 'HTMLElement'].map(
    (name) => [name, page] as const,
  ),
  ...['process', 'Buffer', 'global', 'module', '__dirname', '__filename'].map((name) => [name, node] as const),
  ...['describe', 'it', 'test', 'expect', 'assert'].map((name) => [name, test] as const),
  ...['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto', 'navigator', 'Blob'].map(
    (name) => [name, host] as const,
  ),
  ['globalThis', 'A program here has no global object. Declare a variable outside of the functions.'],
  ['structuredClone', 'JSON.parse(JSON.stringify(value)) copies plain values.'],
  ...['AbortController', 'AbortSignal'].map(
    (name) => [name, 'Keep the task, and call its cancel(). Or write await using limit = timeout(seconds).'] as const,
  ),
  ...['EventTarget', 'EventEmitter', 'CustomEvent'].map(
    (name) =>
      [
        name,
        'Event, Condition and Queue of @yieldpoint/scheduler tell other tasks that something has happened.',
      ] as const,
  ),
]);

/** Returns what helps against the error that ended a program: a name that is not here, or was not imported. */
export function findHint({ name, message }: ErrorText): string | undefined {
  const unknown = findUnknownName(name, message);
  if (unknown === undefined) return undefined;
  if (Object.hasOwn(scheduler, unknown)) {
    return `Write at the top: import { ${unknown} } from '@yieldpoint/scheduler';`;
  }
  return instead.get(unknown);
}

/** The name that an engine does not know; where a program is built, names of the host are there and undefined. */
function findUnknownName(error: string, message: string): string | undefined {
  const form = {
    ReferenceError: /^(?:([\w$]+) is not defined|Can't find variable: ([\w$]+))$/,
    TypeError: /^([\w$]+) is not a (?:function|constructor)$/,
  }[error];
  const [, first, second] = form?.exec(message) ?? [];
  return first ?? second;
}
