import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import type { Trace, TraceEvent } from '../../engine/trace/event/events.ts';
import { runProgram } from '../../engine/run/typescript/run-program.ts';
import { evaluateProgram } from './evaluate-program.ts';
import { generateProgram } from './generate-program.ts';

function run(source: string, instrument: boolean): Trace {
  const compiled = compile(source, { instrument });
  if (compiled.kind === 'rejected') throw new Error(JSON.stringify(compiled.errors));
  const limits = { maxIterations: 300, maxEvents: Infinity };
  return runProgram(evaluateProgram(compiled.code), { positions: compiled.positions, linesBefore: 0 }, limits);
}

const tape = fc.array(fc.nat(10_000), { maxLength: 300, size: 'max' });

/** Instrumented code knows of a call whose value nobody takes, so that it is warned of a coroutine there and not at the end. */
const isScheduling = ({ kind }: TraceEvent): boolean =>
  kind !== 'line' && kind !== 'warning' && !kind.startsWith('frame-');

const hidden: ReadonlySet<string> = new Set(['line', 'coroutine', 'label', 'tree', 'traceback']);

/** What the loop decided and what was printed, without what only instrumentation knows: names and lines. */
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
      const source = generateProgram(decisions);
      expect(behavior(run(source, true)), source).toEqual(behavior(run(source, false)));
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** Says where the frames' events do not fit together. */
function findFault({ events }: Trace): string | undefined {
  const stack: number[] = [];
  const suspended = new Set<number>();
  for (const event of events) {
    const at = `event ${event.seq}, ${event.kind}`;
    const top = stack.at(-1) ?? null;
    const running = top === null ? 'none' : `frame ${top}`;
    switch (event.kind) {
      case 'step-begins':
      case 'iteration-begins':
        if (stack.length > 0) return `${at}: ${running} runs still`;
        break;
      case 'frame-created':
        suspended.add(event.frame);
        break;
      case 'frame-resumed':
        if (event.by !== top) return `${at}: resumed by ${event.by ?? 'none'}, but ${running} runs`;
        if (!suspended.delete(event.frame)) return `${at}: frame ${event.frame} is not suspended`;
        stack.push(event.frame);
        break;
      case 'frame-suspended':
      case 'frame-left':
      case 'line':
        if (event.frame !== top) return `${at}: of frame ${event.frame}, but ${running} runs`;
        if (event.kind === 'frame-suspended') suspended.add(event.frame);
        if (event.kind !== 'line') stack.pop();
        break;
      default:
        break;
    }
  }
  return undefined;
}

it('tells of every frame that it is resumed only when suspended, and that the innermost suspends or ends first', () => {
  fc.assert(
    fc.property(tape, (decisions) => {
      const source = generateProgram(decisions);
      expect(findFault(run(source, true)), source).toBeUndefined();
    }),
    { numRuns: 40 },
  );
}, 60_000);
