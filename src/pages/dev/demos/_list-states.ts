import type { Demo } from '../../../build/demos/demo.ts';
import type { Trace, TraceEvent } from '../../../engine/trace/event/events.ts';
import { cancellation } from '../../../engine/trace/fixtures/cancellation.ts';
import { deadlock } from '../../../engine/trace/fixtures/deadlock.ts';
import { failingTask } from '../../../engine/trace/fixtures/failing-task.ts';
import { runningAverage } from '../../../engine/trace/fixtures/running-average.ts';
import { writeTaskTrace } from '../../../engine/trace/fixtures/write-task-trace.ts';
import { type Draft, writeTrace } from '../../../engine/trace/fixtures/write-trace.ts';

/** Returns a demo in every state it can be in, made from `start`: only the run is another one. */
export function listStates(start: Demo): readonly Demo[] {
  const { cpython: trace } = start;
  const stopped: Trace = { ...trace, events: trace.events.slice(0, 30), outcome: { kind: 'stopped', limit: 'events' } };
  return [
    show(start, 'finished', trace),
    show(start, 'failed', failingTask),
    show(start, 'cancelled', cancellation),
    show(start, 'deadlocked', deadlock),
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
