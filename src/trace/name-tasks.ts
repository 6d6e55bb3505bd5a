import type { Trace } from './events.ts';

/**
 * Returns what to call each task on the page, by id: the name the program gave it, or else its coroutine's, numbered in order of
 * creation where several tasks run the same one (`think #2`).
 */
export function nameTasks(trace: Trace): ReadonlyMap<number, string> {
  const created = trace.events.filter((event) => event.kind === 'task-created');
  const called = created.map(({ id, name, coroutine }) => ({ id, name: isDefault(name) ? coroutine : name }));
  return new Map(numberDuplicates(called).map(({ id, name }) => [id, name]));
}

/** Returns what to call each frame on the page, by id: its function's name, numbered in order of entry where it occurs again. */
export function nameFrames(trace: Trace): ReadonlyMap<number, string> {
  const created = trace.events.filter((event) => event.kind === 'frame-created');
  const called = created.map((event) => ({ id: event.frame, name: event.function }));
  return new Map(numberDuplicates(called).map(({ id, name }) => [id, name]));
}

const isDefault = (name: string): boolean => /^Task-\d+$/.test(name);

type Named = { readonly id: number; readonly name: string };

function numberDuplicates(all: readonly Named[]): readonly Named[] {
  return all.map(({ id, name }, index) => {
    if (!all.some((other) => other.name === name && other.id !== id)) return { id, name };
    const place = all.slice(0, index + 1).filter((other) => other.name === name).length;
    return { id, name: `${name} #${place}` };
  });
}
