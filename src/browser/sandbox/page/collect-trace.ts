import { traceVersion, type Outcome, type Trace, type TraceEvent } from '../../../engine/trace/event/events.ts';
import { EventReader, parseOutcome } from '../../../engine/trace/event/parse-trace.ts';
import { describeCrash } from '../../../engine/run/cpython/describe-crash.ts';
import { addLimitSize, eventsInBatch, guards, type SandboxLimits } from '../../../engine/run/limits.ts';
import type { FrameResult } from './frame-run.ts';
import { toPlainLine, toPlainText } from './plain-text.ts';

/** What came out of the sandbox, before any of it is trusted. */
export type RawRun = {
  readonly language: Trace['language'];
  readonly runtime: string;
  readonly texts: FrameResult['texts'];
  readonly ending: FrameResult['ending'];
};

/** How long the page reads before it may scroll and answer, in milliseconds. */
const stretchMs = 12;

/**
 * Makes a trace from what came out of the sandbox. The program may have written any of it. So the shape of every event is checked
 * before anything else happens with it, reading ends at the first invalid one, and all texts are limited and made plain. An invalid
 * record becomes a failed run that says so, with the valid events before it.
 */
export async function collectTrace(
  { language, runtime, texts, ending }: RawRun,
  limits: SandboxLimits,
): Promise<Trace> {
  const base = { version: traceVersion, language, runtime: toPlainText(runtime, 100) } as const;
  const events: TraceEvent[] = [];
  try {
    const isFlood = await readEvents(texts, limits, events);
    const outcome = isFlood ? ({ kind: 'stopped', limit: 'output' } as const) : readOutcome(ending, language, events);
    return { ...base, events, outcome: addLimitSize(outcome, limits) };
  } catch (error) {
    const found = error instanceof Error ? toPlainText(error.message, guards.labelLength) : '';
    const message = `Expected a record of the run, but the program sent something else: ${found}`;
    return { ...base, events, outcome: { kind: 'failed', error: { name: 'ForgedTrace', message } } };
  }
}

/**
 * Adds the events in the texts to `events`, up to the limit. Returns whether the run has printed far more than it may. The runners
 * keep to that limit, but Python's counts characters, not UTF-16 units.
 *
 * @throws {Error} at the first invalid text or event
 */
async function readEvents(texts: readonly string[], limits: SandboxLimits, events: TraceEvent[]): Promise<boolean> {
  const reader = new EventReader();
  let outputLeft = 2 * limits.maxOutput;
  let began = performance.now();
  for (const text of texts) {
    for (const value of parseBatch(text)) {
      if (events.length === limits.maxEvents) return false;
      const event = boundTexts(reader.read(value), '') as TraceEvent;
      if (event.kind === 'output' && (outputLeft -= event.text.length) < 0) return true;
      events.push(event);
    }
    if (performance.now() - began < stretchMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return false;
}

function parseBatch(text: string): readonly unknown[] {
  if (text.length > guards.messageLength) throw new TypeError('Expected a shorter message.');
  const batch: unknown = JSON.parse(text);
  if (!Array.isArray(batch)) throw new TypeError('Expected an array of events.');
  if (batch.length > eventsInBatch) {
    throw new TypeError(`Expected at most ${eventsInBatch} events at a time, but got ${batch.length}.`);
  }
  return batch;
}

/**
 * Makes every text in a value of known shape plain, and limits its length by the name of its field. Works in place, which takes a
 * tenth of the time of a `JSON.parse` reviver.
 */
function boundTexts(value: unknown, field: string): unknown {
  if (typeof value === 'string') {
    return field === 'text' ? toPlainLine(value, guards.lineLength) : toPlainText(value, mostOf(field));
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  // Own fields only. "__proto__" can be one of them here, and nothing is set that was not parsed.
  for (const name of Object.keys(fields)) fields[name] = boundTexts(fields[name], name);
  return value;
}

function mostOf(key: string): number {
  return key === 'tree' || key === 'traceback' ? guards.treeLength : guards.labelLength;
}

/** @throws {Error} if the worker wrote an invalid outcome */
function readOutcome(ending: RawRun['ending'], language: Trace['language'], events: readonly TraceEvent[]): Outcome {
  switch (ending.how) {
    case 'done':
      if (ending.text.length > guards.messageLength) throw new TypeError('Expected a shorter outcome.');
      return boundTexts(parseOutcome(JSON.parse(ending.text)), '') as Outcome;
    case 'crashed':
      return readCrash(toPlainText(ending.message, guards.labelLength), language, events);
    case 'time':
    case 'output':
    case 'reader':
      return { kind: 'stopped', limit: ending.how };
  }
}

/** Engines report `Uncaught RangeError: Maximum call stack size exceeded`. */
function readCrash(report: string, language: Trace['language'], events: readonly TraceEvent[]): Outcome {
  const [, name = 'Error', message = report] = /^(?:Uncaught )?([A-Z]\w*): ([^]*)$/.exec(report) ?? [];
  return language === 'python'
    ? describeCrash({ name, message }, events)
    : { kind: 'failed', error: { name, message } };
}
