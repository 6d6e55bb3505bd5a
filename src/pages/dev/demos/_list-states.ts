import type { Demo } from '../../../build/demos/demo.ts';
import type { Trace, TraceEvent } from '../../../engine/trace/event/events.ts';
import { cancellation } from '../../../engine/trace/fixtures/cancellation.ts';
import { crossedLocks } from '../../../engine/trace/fixtures/crossed-locks.ts';
import { failingTask } from '../../../engine/trace/fixtures/failing-task.ts';
import { runningAverage } from '../../../engine/trace/fixtures/running-average.ts';
import { writeTaskTrace } from '../../../engine/trace/fixtures/write-task-trace.ts';
import { type Draft, writeTrace } from '../../../engine/trace/fixtures/write-trace.ts';
import { parsePins } from '../../../engine/trace/pins/parse-pins.ts';
import { traceProgram } from '../../../build/typescript/trace-program.ts';

/** Returns a demo in every possible state, made from `start`; only the run differs. */
export function listStates(start: Demo): readonly Demo[] {
  const { cpython: trace } = start;
  const stopped: Trace = { ...trace, events: trace.events.slice(0, 30), outcome: { kind: 'stopped', limit: 'events' } };
  return [
    show(start, 'finished', trace),
    show(start, 'failed', failingTask),
    show(start, 'cancelled', cancellation),
    show(start, 'deadlocked', crossedLocks),
    show(start, 'stopped', stopped),
    show(start, 'frames', runningAverage),
    show(start, 'long-names', rename(trace, 'a_name_that_somebody_took_very_seriously_')),
    show(start, 'hostile-names', rename(trace, '"><img src=x onerror="document.title=1">')),
    show(start, 'twelve-lanes', writeTwelveLanes()),
    show(start, 'silent', writeTrace(bare(1))),
    show(
      start,
      'warned',
      writeTrace([...bare(1), { kind: 'warning', category: 'SyntaxWarning', message: 'odd', line: 1 }]),
    ),
    pin(start),
    show(start, 'differing', trace, { ...stopped, runtime: 'another runtime' }),
  ];
}

/** Returns a demo whose run has about 500 events: five tasks that print, tick and sleep in turn. */
export function makeLong(start: Demo): Demo {
  const choices = Array.from({ length: 150 }, (_, index) => (index % 5) + 5 * (Math.floor(index / 5) % 3));
  return show(start, 'long', writeTaskTrace(choices));
}

function show(start: Demo, name: string, trace: Trace, cpython = trace): Demo {
  return {
    ...start,
    id: `dev/${name}`,
    name,
    front: { title: name, question: 'What does it print?' },
    trace: { ...trace, language: 'typescript' },
    cpython: { ...cpython, language: 'python' },
  };
}

/** A demo with a pinned variable of each shape. */
function pin(start: Demo): Demo {
  const traced = traceProgram(pinned);
  if (traced.kind === 'rejected')
    throw new Error(`Expected the program to compile, but: ${JSON.stringify(traced.errors)}`);
  const text = 'self.ready as queue, asleep as heap, stack as stack, prices, names, now';
  const pins = parsePins(text);
  if ('fault' in pins) throw new Error(pins.fault);
  const shown = { file: 'pinned.ts', line: 1, text, pins };
  const demo = show(start, 'pinned', traced.trace);
  return {
    ...demo,
    typescript: { ...start.typescript, source: pinned, show: shown },
    python: { ...start.python, source: pinned, show: shown },
  };
}

const pinned = `import { send } from '@yieldpoint/scheduler';

class Loop {
  readonly ready: Generator<number, void, void>[] = [];
  run() {
    const asleep: [number, Generator][] = [];
    let now = 0;
    while (this.ready.length > 0) {
      const task = this.ready.shift()!;
      const { done, value } = send(task);
      if (!done) asleep.push([now + value, task]);
      now += 1;
      console.log(\`turn \${now}\`);
    }
  }
}

function* coffee() {
  yield 3;
}

function* tea() {
  yield 1;
}

export function main() {
  const stack = ['cup'];
  const prices = new Map([['coffee', 3]]);
  const names: string[] = [];
  console.log('open');
  stack.push('saucer');
  prices.set('tea', 2);
  const loop = new Loop();
  loop.ready.push(coffee(), tea());
  loop.run();
  console.log('closed');
}
`;

function rename(trace: Trace, prefix: string): Trace {
  const events = trace.events.map((event): TraceEvent => {
    if (event.kind === 'task-created') return { ...event, name: `${prefix}${event.name}` };
    return event.kind === 'output' ? { ...event, text: `${prefix}${event.text}` } : event;
  });
  return { ...trace, events };
}

const bare = (id: number): readonly Draft[] => [
  { kind: 'task-created', id, name: `task ${id}`, coroutine: 'work', eager: false },
  { kind: 'task-ready', id },
  { kind: 'step-begins', id },
  { kind: 'task-ended', id, how: 'returned', value: 'None' },
];

function writeTwelveLanes(): Trace {
  return writeTrace(Array.from({ length: 12 }, (_, index) => bare(index + 1)).flat());
}
