import * as scheduler from '@yieldpoint/scheduler';
import type { ErrorText } from '../../trace/event/events.ts';

/** Names of Python, and what TypeScript has for them. */
const ofPython: ReadonlyMap<string, string> = new Map(
  Object.entries({
    print: 'console.log(…)',
    len: 'rows.length',
    range: 'for (let n = 0; n < 3; n += 1)',
    str: 'String(value)',
    int: 'Number(text)',
    None: 'null or undefined',
    True: 'true',
    False: 'false',
    asyncio: "names imported from '@yieldpoint/scheduler'",
  }),
);

/** What V8, SpiderMonkey and JavaScriptCore say of a value that is too large for them. */
const tooLarge =
  /^(?:Invalid string length|(?:Invalid|invalid) array length|Array size is not a small enough positive integer\.?|(?:Array|array) buffer allocation (?:failed|too large)|(?:Map|Set) maximum size exceeded|allocation size overflow|(?:O|o)ut of memory)$/;

/** Returns what helps against the error that ended a program: a name that was not imported, or is Python's, or a full stack. */
export function findHint({ name, message }: ErrorText): string | undefined {
  if (/^(?:Maximum call stack size exceeded\.?|too much recursion)$/.test(message)) {
    return 'A function called itself until the stack was full. Look for the call that should have ended it.';
  }
  if (tooLarge.test(message)) {
    return 'No engine has room for a value of this size. Look for the loop that only adds, or make the value smaller.';
  }
  if (message.startsWith('Expected await or yield* on this event loop, but got then()')) {
    return (
      'Start the program with run(main()), or export main. Instead of .catch(handle) write try { await work(); } catch (error) { … }, and ' +
      'instead of .finally(end) try { await work(); } finally { … }, in an async function.'
    );
  }
  const unknown = findUnknownName(name, message);
  if (unknown === undefined) return undefined;
  if (Object.hasOwn(scheduler, unknown)) {
    return `Write at the top: import { ${unknown} } from '@yieldpoint/scheduler';`;
  }
  const written = ofPython.get(unknown);
  if (written === undefined) return undefined;
  return `${unknown} is a name of Python. TypeScript has ${written}. If the whole program is Python, run it as Python.`;
}

function findUnknownName(error: string, message: string): string | undefined {
  if (error !== 'ReferenceError') return undefined;
  const [, first, second] = /^(?:([\w$]+) is not defined|Can't find variable: ([\w$]+))$/.exec(message) ?? [];
  return first ?? second;
}
