import * as scheduler from '@yieldpoint/scheduler';
import type { Probes } from '../../compile/probes.ts';
import { createSilentFrame } from './silent-frame.ts';
import { ensureRoom, room } from './ensure-room.ts';
import { FrameRecorder, type FrameWorld } from './frame-recorder.ts';
import { refuseHostName } from './not-here.ts';
import { registerPrivateFields } from './private-fields.ts';
import type { ProgramConsole } from './program-console.ts';
import type { Unawaited } from './unawaited.ts';

/** How many calls of one plain function are recorded. */
const mostCallsOfOne = 500;

/** What the probes report to. */
type Told = {
  readonly world: FrameWorld;
  readonly unawaited: Unawaited;
  /** The module's frame, created when the first of its statements announces itself. */
  readonly getModule: () => FrameRecorder;
  readonly console: ProgramConsole;
  /** The console that a line of the program uses. */
  readonly consoleOf: (line: number) => ProgramConsole;
};

/** The functions that a program's compiled code calls: at functions, lines and rounds of loops. */
export function createProbes({ world, unawaited, getModule, console, consoleOf }: Told): Probes {
  const silent = createSilentFrame(world.recorder);
  world.recorder.listFrames = () => listFrames(world);
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
    keeping: registerPrivateFields,
    missing: refuseHostName,
    spin: () => {
      world.recorder.check();
    },
  };
}

function listFrames({ current, stack }: FrameWorld): readonly FrameRecorder[] {
  const others = stack.filter((frame) => frame !== current).reverse();
  return current === undefined ? others : [current, ...others];
}

/** Whether a call of a plain function is recorded: only the first calls of each function are. */
function isCallTold({ plainCalls, plainEventsLeft, recorder }: FrameWorld, name: string, line: number): boolean {
  if (plainEventsLeft <= 0) return false;
  const calls = (plainCalls.get(line) ?? 0) + 1;
  plainCalls.set(line, calls);
  if (calls === mostCallsOfOne) recorder.add({ kind: 'following-ended', of: 'functions', function: name });
  return calls < mostCallsOfOne;
}
