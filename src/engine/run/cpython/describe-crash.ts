import type { Outcome, TraceEvent } from '../../trace/event/events.ts';

type Crash = { readonly sign: RegExp; readonly what: string; readonly advice: string };

/** What V8, SpiderMonkey and JavaScriptCore say when a program brings down the CPython that runs it. */
const crashes: readonly Crash[] = [
  {
    sign: /call stack|too much recursion|stack (?:overflow|size)/i,
    what: 'CPython came to the end of its stack, in code of its own that is written in C',
    advice:
      'Something is nested too deep for code that calls itself for each level: repr(), ==, json, pickle, ast, or the end of a long chain of ' +
      'objects. Nest less deep, or walk it in a loop. sys.setrecursionlimit makes this stack no larger.',
  },
  {
    sign: /unreachable|abort/i,
    what: 'CPython gave up in code of its own that is written in C',
    advice:
      'In a terminal this ends the process, by abort() or a segmentation fault. Look on that line for what Python does not check, such as ctypes.',
  },
  {
    sign: /out of bounds|invalid address|null function|signature mismatch|call_?indirect|indirect call|table index|uninitialized element/i,
    what: 'CPython read, wrote or called an address that is not its own',
    advice:
      'In a terminal this is a segmentation fault, which ends the process. ctypes checks no address: give it objects that it has made itself, ' +
      'such as ctypes.create_string_buffer(10), and declare the types of what you call.',
  },
];

/**
 * Describes how a Python program ended that brought down the CPython that ran it, with the line that it had reached.
 *
 * @param error the engine's error
 * @param events what the program did before
 */
export function describeCrash(
  error: { readonly name: string; readonly message: string },
  events: readonly TraceEvent[],
): Extract<Outcome, { kind: 'failed' }> {
  const { name, message } = error;
  const known = crashes.find(({ sign }) => sign.test(message));
  const line = findLastLine(events);
  const at = line === undefined ? {} : { line };
  if (known === undefined) return { kind: 'failed', error: { name, message, ...at } };
  const said = `${known.what} (the engine says “${name}: ${message.replace(/\.$/, '')}”).`;
  return { kind: 'failed', error: { name: 'Crash', message: said, ...at }, hint: known.advice };
}

/** The line that was reached last; unknown once lines are no longer recorded. */
function findLastLine(events: readonly TraceEvent[]): number | undefined {
  const last = events.findLast(
    (event) =>
      event.kind === 'line' || (event.kind === 'thinned' && event.count === undefined && event.isForNow !== true),
  );
  return last?.kind === 'line' ? last.line : undefined;
}
