import type { FrameEvent } from '../event/events.ts';
import type { Run } from '../open-run.ts';
import { toCamel } from '../variables/to-camel.ts';

/** One switch of control between frames. Frames are numbered in the order in which control first entered them. */
export type Switch = { readonly seq: number; readonly key: string; readonly words: string };

/**
 * Returns how control passes between the frames of a run's generators and coroutines, in order. Values are left out, because the
 * languages spell them differently. Differences that the languages force are left out too: a closed generator raises
 * `GeneratorExit` in Python and returns in TypeScript, and sending `None` is the same as `next` in Python.
 *
 * If a run's lanes are frames, the frame of the task that drives them is left out, because the same driver is a plain function in
 * Python and a coroutine in TypeScript.
 *
 * @param functions names of functions, in TypeScript's spelling. If given, the frames of all other functions are skipped, such as
 * the function in which TypeScript writes the body of a `with`: resuming them resumes the frames inside them. Each switch
 * then also names its task.
 */
export function listSwitches(run: Run, functions?: ReadonlySet<string>): readonly Switch[] {
  const { trace, origins } = run;
  const names = run.names.frames;
  const tasks = new Map([...run.names.tasks.keys()].map((id, index) => [id, index + 1]));
  const hidden = functions === undefined ? findDriver(run) : findOthers(run, functions);
  const resumers = new Map<number, number | null>();
  const numbers = new Map<number, number>();
  const closing = new Set<number>();
  const name = (id: number | null): string => names.get(id ?? 0) ?? 'the program';

  const findResumer = (by: number | null): number | null => {
    let found = by;
    while (functions !== undefined && found !== null && hidden.has(found)) found = resumers.get(found) ?? null;
    return found;
  };

  const describe = (event: FrameEvent): readonly [key: string, words: string] | undefined => {
    const number = numbers.get(event.frame) ?? 0;
    switch (event.kind) {
      case 'frame-resumed': {
        const by = findResumer(event.by);
        const how = event.how === 'send' && event.value === 'None' ? 'next' : event.how;
        return [
          `${how} ${number} by ${numbers.get(by ?? 0) ?? 0}`,
          `${name(by)} resumes ${name(event.frame)} by ${event.how}`,
        ];
      }
      case 'frame-suspended': {
        const how = event.delegates ? 'suspends in what it delegates to' : 'suspends';
        return [`${how} ${number}`, `${name(event.frame)} ${how}`];
      }
      case 'frame-left': {
        const isClosed = closing.has(event.frame) && (event.how === 'returned' || event.value === 'GeneratorExit');
        return [`${isClosed ? 'closed' : event.how} ${number}`, `${name(event.frame)} has ${event.how}`];
      }
      default:
        return undefined;
    }
  };

  return trace.events.flatMap((event): Switch[] => {
    if (!('frame' in event) || origins.plainFrames.has(event.frame)) return [];
    if (event.kind === 'frame-resumed') resumers.set(event.frame, event.by);
    if (hidden.has(event.frame)) return [];
    if (event.kind === 'frame-resumed') {
      if (!numbers.has(event.frame)) numbers.set(event.frame, numbers.size + 1);
      if (event.how === 'close') closing.add(event.frame);
    }
    const found = describe(event);
    // A frame that waits while it is being closed is still being closed.
    if (event.kind === 'frame-suspended' && !event.delegates) closing.delete(event.frame);
    if (found === undefined) return [];
    const [key, words] = found;
    const task = functions === undefined ? '' : ` in task ${tasks.get(event.task ?? 0) ?? 'none'}`;
    return [{ seq: event.seq, key: `${key}${task}`, words }];
  });
}

/** Returns the names of a run's functions that can suspend, in TypeScript's spelling. */
export function listFunctions({ origins }: Run): ReadonlySet<string> {
  const frames = [...origins.frames.values()].filter(({ frame }) => !origins.plainFrames.has(frame));
  return new Set(frames.map((created) => toCamel(created.function)));
}

function findDriver({ trace: { events } }: Run): ReadonlySet<number> {
  const driver = events.find((event) => event.kind === 'frame-resumed' && event.by === null && event.task !== null);
  return new Set(driver !== undefined && 'frame' in driver ? [driver.frame] : []);
}

function findOthers({ origins }: Run, functions: ReadonlySet<string>): ReadonlySet<number> {
  const frames = [...origins.frames.values()];
  return new Set(frames.flatMap(({ frame, function: name }) => (functions.has(toCamel(name)) ? [] : [frame])));
}
