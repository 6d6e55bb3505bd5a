import { expect, it } from 'vitest';
import { compareTraces } from '../../src/engine/trace/compare/compare-traces.ts';
import type { Trace, TraceEvent } from '../../src/engine/trace/event/events.ts';
import { loadCPython } from '../../src/build/cpython/load-cpython.ts';
import { generateProgram, programKinds } from './generate-program.ts';
import { holdApart } from './hold-apart.ts';
import { Random } from './random.ts';
import { runTypeScript } from './run-typescript.ts';
import { listDecisions } from './list-decisions.ts';
import { writePython } from './write-python.ts';

const cpython = await loadCPython();
const programs = programKinds.flatMap((kind) =>
  Array.from({ length: 50 }, (_, index) => generateProgram(kind, 5000 + index)),
);
const sources = programs.map((program) => writePython(program));
const witnesses = cpython.runAll(sources, { level: 'schedule' }).map((witness) => holdApart(witness).trace);
const traces = runTypeScript(programs, 'generator');

const aspects = ['output', 'schedule', 'outcome'] as const;
const areToldAlike = (a: Trace, b: Trace): boolean => listDecisions(a).join('\n') === listDecisions(b).join('\n');

it('writes runs alike only if src/engine/trace finds them alike', () => {
  for (const [index, trace] of traces.entries()) {
    const witness = witnesses[index] as Trace;
    expect(listDecisions(trace)).toEqual(listDecisions(witness));
    expect(compareTraces(witness, trace, aspects)).toBeNull();
  }
});

/** Changes that would appear in another schedule, another output or another outcome. */
const changes: readonly ((event: TraceEvent) => TraceEvent | undefined)[] = [
  (event) => ({ ...event, iteration: event.iteration + 1 }),
  (event) => ({ ...event, time: event.time + 1 }),
  () => undefined,
  (event) => ('id' in event && event.kind === 'step-begins' ? { ...event, id: event.id === 1 ? 2 : 1 } : event),
  (event) => (event.kind === 'output' ? { ...event, text: `${event.text}.` } : event),
  (event) =>
    event.kind === 'task-ended' && event.how === 'cancelled'
      ? { ...event, how: 'raised' }
      : event.kind === 'task-ended' && event.how === 'raised'
        ? { ...event, how: 'cancelled' }
        : event,
];

it('distinguishes every change that src/engine/trace finds', () => {
  const random = new Random(1);
  let found = 0;
  for (const trace of traces) {
    for (let tries = 0; tries < 40; tries++) {
      const at = random.below(trace.events.length);
      const event = random.pick(changes)(trace.events[at] as TraceEvent);
      const changed = { ...trace, events: trace.events.toSpliced(at, 1, ...(event ? [event] : [])) };
      if (compareTraces(trace, changed, aspects) === null) continue;
      found++;
      expect(areToldAlike(trace, changed)).toBe(false);
    }
  }
  expect(found).toBeGreaterThan(500);
});

it('distinguishes another outcome', () => {
  const [trace] = traces as [Trace];
  const outcome = { kind: 'failed', error: { name: 'Boom', message: '1' } } as const;
  expect(areToldAlike(trace, { ...trace, outcome })).toBe(false);
  expect(listDecisions({ ...trace, outcome }).at(-1)).toBe('it fails with Boom(1)');
});
