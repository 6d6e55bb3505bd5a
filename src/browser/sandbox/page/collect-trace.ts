import { traceVersion, type Outcome, type Trace, type TraceEvent } from '../../../engine/trace/event/events.ts';
import { parseTrace } from '../../../engine/trace/event/parse-trace.ts';
import { guards, type SandboxLimits } from '../../../engine/run/limits.ts';
import type { FrameResult } from './frame-run.ts';
import { toPlainText } from './plain-text.ts';

/** What came out of the sandbox, before anything of it is believed. */
export type RawRun = {
  readonly language: Trace['language'];
  readonly runtime: string;
  readonly texts: FrameResult['texts'];
  readonly ending: FrameResult['ending'];
};

/**
 * Makes a trace of what came out of the sandbox: texts bounded and made plain, everything else checked. The program may have written
 * any of it; what is no trace becomes a failed run that says so.
 */
export function collectTrace({ language, runtime, texts, ending }: RawRun, limits: SandboxLimits): Trace {
  const base = { version: traceVersion, language, runtime: toPlainText(runtime, 100) } as const;
  try {
    const events = texts.flatMap((text) => parseEvents(text)).slice(0, limits.maxEvents);
    const trace = parseTrace({ ...base, events, outcome: readOutcome(ending) });
    const end = findFlood(trace.events, limits.maxOutput);
    return end < 0
      ? trace
      : { ...trace, events: trace.events.slice(0, end), outcome: { kind: 'stopped', limit: 'output' } };
  } catch (error) {
    const found = error instanceof Error ? toPlainText(error.message, guards.labelLength) : '';
    const message = `Expected a record of the run, but the program sent something else: ${found}`;
    return { ...base, events: [], outcome: { kind: 'failed', error: { name: 'ForgedTrace', message } } };
  }
}

/** Where a run has printed far more than it may, or -1. The runners keep to the limit; Python's count characters, not UTF-16 units. */
function findFlood(events: readonly TraceEvent[], maxOutput: number): number {
  let left = 2 * maxOutput;
  return events.findIndex((event) => event.kind === 'output' && (left -= event.text.length) < 0);
}

function parseEvents(text: string): readonly unknown[] {
  const events = parsePlain(text);
  if (!Array.isArray(events)) throw new TypeError('Expected an array of events.');
  return events;
}

/** Reads JSON and bounds every text in it, by the name of the field it stands in. */
function parsePlain(text: string): unknown {
  return boundTexts(JSON.parse(text), '');
}

/** In place, which takes a tenth of the time that a reviver of `JSON.parse` takes: runs have ten thousand events. */
function boundTexts(value: unknown, field: string): unknown {
  if (typeof value === 'string') return toPlainText(value, mostOf(field));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  // Own fields only, and "__proto__" is one of them here: nothing is set that was not parsed.
  for (const name of Object.keys(fields)) fields[name] = boundTexts(fields[name], name);
  return value;
}

function mostOf(key: string): number {
  if (key === 'text') return guards.lineLength;
  return key === 'tree' || key === 'traceback' ? guards.treeLength : guards.labelLength;
}

/** The outcome; `parseTrace` is still to look at one that the worker wrote. */
function readOutcome(ending: RawRun['ending']): unknown {
  switch (ending.how) {
    case 'done':
      return parsePlain(ending.text);
    case 'crashed':
      return readCrash(toPlainText(ending.message, guards.labelLength));
    case 'time':
    case 'output':
    case 'reader':
      return { kind: 'stopped', limit: ending.how } satisfies Outcome;
  }
}

/** An engine reports `Uncaught RangeError: Maximum call stack size exceeded`. */
function readCrash(report: string): Outcome {
  const [, name = 'Error', message = report] = /^(?:Uncaught )?([A-Z]\w*): ([^]*)$/.exec(report) ?? [];
  return { kind: 'failed', error: { name, message } };
}
