import * as scheduler from '@yieldpoint/scheduler';
import type { Probes } from '../../compile/probes.ts';
import { createSilentFrame } from './silent-frame.ts';
import { ensureRoom, room } from './ensure-room.ts';
import { FrameRecorder, type FrameWorld } from './frame-recorder.ts';
import { tellPrivateFields } from './private-fields.ts';
import type { ProgramConsole } from './program-console.ts';
import type { Unawaited } from './unawaited.ts';

/** Calls of one plain function that are told. */
const mostCallsOfOne = 500;

/** What probes report to. */
type Told = {
  readonly world: FrameWorld;
  readonly unawaited: Unawaited;
  /** The module's frame, made when a statement announces itself to it first. */
  readonly getModule: () => FrameRecorder;
  readonly console: ProgramConsole;
  /** The console as a line of the program calls it. */
  readonly consoleOf: (line: number) => ProgramConsole;
};

/** What the compiled code of a program calls: at functions, lines and rounds of loops. */
export function createProbes({ world, unawaited, getModule, console, consoleOf }: Told): Probes {
  const silent = createSilentFrame(world.recorder);
  return {
    enter: (name, type, line, lastLine, read, outer, shared) => {
      ensureRoom(room.ofFunction);
      if (world.recorder.isInThread || (type === 'function' && !isCallTold(world, name, line))) return silent;
      const around = outer instanceof FrameRecorder ? outer : undefined;
      return new FrameRecorder(world, { name, type, line, lastLine, read, outer: around, shared });
    },
    get module() {
      return getModule();
    },
    consoleAt: (target, line) => (target === console ? consoleOf(line) : target),
    dropped: (value, line) => {
      unawaited.dropped(value, line);
    },
    named: (make, name) => {
      if (make.name !== name) Object.defineProperty(make, 'name', { value: name });
      (make.prototype as object as Record<symbol, unknown>)[scheduler.functionName] = name;
      return make;
    },
    keeping: tellPrivateFields,
    spin: () => {
      world.recorder.check();
    },
  };
}

/** Whether a call of a plain function is one of those that are told: of one that is called again and again, the first. */
function isCallTold({ plainCalls, plainEventsLeft, recorder }: FrameWorld, name: string, line: number): boolean {
  if (plainEventsLeft <= 0) return false;
  const calls = (plainCalls.get(line) ?? 0) + 1;
  plainCalls.set(line, calls);
  if (calls === mostCallsOfOne) recorder.add({ kind: 'following-ended', of: 'functions', function: name });
  return calls < mostCallsOfOne;
}
