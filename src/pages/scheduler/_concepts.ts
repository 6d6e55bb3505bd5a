import type { ApiEntry } from './_read-api.ts';

export type Concept = { readonly title: string; readonly entries: readonly ApiEntry[] };

/** The order of the reference: concepts, each with the modules whose names belong to it. */
const modulesOf: Readonly<Record<string, readonly string[]>> = {
  'Running a program': ['run', 'run-real-time'],
  Coroutines: ['coroutine', 'coroutine-name', 'sleep', 'block'],
  'Tasks and futures': ['ensure-future', 'task', 'future', 'current', 'to-thread'],
  'Waiting for several': ['gather', 'wait-futures', 'as-completed', 'wait-for', 'shield'],
  'Contexts, groups and timeouts': ['async-with', 'task-group', 'timeouts'],
  'Context variables': ['context-var'],
  'Locks and events': ['lock', 'event', 'condition', 'semaphore', 'barrier'],
  Queues: ['queue', 'lifo-queue', 'priority-queue'],
  'Async generators and comprehensions': ['async-generator', 'async-iterable', 'async-iteration', 'collect'],
  'Generators by Python’s rules': ['generators'],
  Errors: ['errors', 'exception-group', 'deadlock'],
  'The event loop': ['event-loop', 'handle'],
  'Watching a run': ['observer', 'call-graph'],
};

/** Sorts entries by concept; names from modules without a concept come last. */
export function groupByConcept(entries: readonly ApiEntry[]): readonly Concept[] {
  const moduleOf = ({ source }: ApiEntry): string => /([\w-]+)\.ts:/.exec(source)?.[1] ?? source;
  const known = new Set(Object.values(modulesOf).flat());
  const others = [...new Set(entries.map(moduleOf))].filter((name) => !known.has(name));
  return Object.entries({ ...modulesOf, 'More names': others })
    .map(([title, modules]) => ({
      title,
      entries: modules.flatMap((name) => entries.filter((entry) => moduleOf(entry) === name)),
    }))
    .filter((concept) => concept.entries.length > 0);
}
