import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../../src/engine/compile/compile.ts';
import type { Trace, TraceEvent } from '../../src/engine/trace/event/events.ts';
import { parseTrace } from '../../src/engine/trace/event/parse-trace.ts';
import { runProgram } from '../../src/engine/run/typescript/run-program.ts';
import { evaluateProgram } from '../../src/build/typescript/evaluate-program.ts';
import { writeRandomProgram } from './write-random-program.ts';

function run(source: string, instrument: boolean): Trace {
  const compiled = compile(source, { instrument: instrument && 'full' });
  if (compiled.kind === 'rejected') throw new Error(JSON.stringify(compiled.errors));
  const limits = { maxIterations: 300, maxEvents: Infinity };
  return runProgram(evaluateProgram(compiled.code), { positions: compiled.positions, linesBefore: 0 }, limits);
}

const tape = fc.array(fc.nat(10_000), { maxLength: 300, size: 'max' });

/** Instrumented code notices a call whose value is dropped, so the warning about a coroutine comes there and not at the end. */
const isScheduling = ({ kind }: TraceEvent): boolean => !onlyInstrumented.has(kind) && !kind.startsWith('frame-');

const onlyInstrumented: ReadonlySet<string> = new Set(['line', 'warning', 'following-ended', 'thinned']);

const hidden: ReadonlySet<string> = new Set(['line', 'coroutine', 'label', 'tree', 'traceback']);

/** The loop's decisions and the output, without what only instrumentation knows: names and lines. */
function behavior({ events, outcome }: Trace): unknown {
  const places = new Map(events.filter(isScheduling).map(({ seq }, at) => [seq, at]));
  const plain = events
    .filter(isScheduling)
    .map((event) => ({ ...event, seq: places.get(event.seq), cause: places.get(event.cause ?? -1) }));
  const hide = (key: string, value: unknown): unknown => (hidden.has(key) ? undefined : value);
  return JSON.parse(JSON.stringify({ plain, outcome }, hide));
}

it('changes nothing of what a program does', () => {
  fc.assert(
    fc.property(tape, (decisions) => {
      const source = writeRandomProgram(decisions);
      expect(behavior(run(source, true)), source).toEqual(behavior(run(source, false)));
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** Returns where the events of frames contradict each other. */
function findFault({ events }: Trace): string | undefined {
  // Plain functions and the module are on the call stack too, but only a frame that can suspend resumes a frame.
  const callStack: number[] = [];
  const plain = new Set<number>();
  const suspended = new Set<number>();
  for (const event of events) {
    const at = `event ${event.seq}, ${event.kind}`;
    const top = callStack.at(-1) ?? null;
    const by = callStack.findLast((frame) => !plain.has(frame)) ?? null;
    const running = top === null ? 'none' : `frame ${top}`;
    switch (event.kind) {
      case 'step-begins':
      case 'iteration-begins':
        if (by !== null) return `${at}: ${running} runs still`;
        break;
      case 'frame-created':
        if (event.type === 'function' || event.type === 'module') {
          plain.add(event.frame);
          callStack.push(event.frame);
        } else suspended.add(event.frame);
        break;
      case 'frame-resumed':
        if (event.by !== by) return `${at}: resumed by ${event.by ?? 'none'}, but ${running} runs`;
        if (!suspended.delete(event.frame)) return `${at}: frame ${event.frame} is not suspended`;
        callStack.push(event.frame);
        break;
      case 'frame-suspended':
      case 'frame-left':
      case 'line':
        if (event.frame !== top) return `${at}: of frame ${event.frame}, but ${running} runs`;
        if (event.kind === 'frame-suspended') suspended.add(event.frame);
        if (event.kind !== 'line') callStack.pop();
        break;
      default:
        break;
    }
  }
  return undefined;
}

it('reports a resumption only of suspended frames, and the suspension or end of the innermost frame first', () => {
  fc.assert(
    fc.property(tape, (decisions) => {
      const source = writeRandomProgram(decisions);
      const trace = run(source, true);
      expect(findFault(trace), source).toBeUndefined();
      expect(parseTrace(JSON.parse(JSON.stringify(trace))), source).toEqual(trace);
    }),
    { numRuns: 40 },
  );
}, 60_000);
