import { performance } from 'node:perf_hooks';
import { loadCPython } from '../../../src/build/cpython/load-cpython.ts';
import { evaluateProgram } from '../../../src/build/typescript/evaluate-program.ts';
import type { Following } from '../../../src/engine/compile/announce-lines.ts';
import { compile } from '../../../src/engine/compile/compile.ts';
import { runProgram } from '../../../src/engine/run/typescript/run-program.ts';
import type { Trace } from '../../../src/engine/trace/event/events.ts';
import { longPython, longTypeScript } from './long-programs.ts';

/**
 * The cost of recording in one language: the same program with the frames that suspend and their lines, and with variables as well.
 */
export type RecordingCost = {
  readonly language: Trace['language'];
  readonly events: number;
  /** The shortest run of each kind, in milliseconds. */
  readonly withoutMs: number;
  readonly withMs: number;
};

const maxEvents = 400_000;

/** Runs both kinds alternately, so that other work on the machine affects both alike, and takes the shortest time of each. */
export async function measureRecording(rounds: number): Promise<readonly RecordingCost[]> {
  const cpython = await loadCPython();
  const [frames, full] = [prepare('frames'), prepare('full')];
  return [
    compare('typescript', rounds, frames, full),
    compare(
      'python',
      rounds,
      () => cpython.run(longPython, { level: 'frames', maxEvents }),
      () => cpython.run(longPython, { level: 'full', maxEvents }),
    ),
  ];
}

function prepare(instrument: Following): () => Trace {
  const compiled = compile(longTypeScript, { instrument });
  if (compiled.kind === 'rejected') throw new Error(JSON.stringify(compiled.errors));
  const body = evaluateProgram(compiled.code);
  return () => runProgram(body, { positions: compiled.positions, linesBefore: 0 }, { maxEvents });
}

function compare(
  language: Trace['language'],
  rounds: number,
  without: () => Trace,
  withVariables: () => Trace,
): RecordingCost {
  let [withoutMs, withMs, events] = [Infinity, Infinity, 0];
  for (let round = 0; round < rounds; round += 1) {
    withoutMs = Math.min(withoutMs, time(without).ms);
    const { ms, trace } = time(withVariables);
    withMs = Math.min(withMs, ms);
    events = trace.events.length;
  }
  return { language, events, withoutMs, withMs };
}

function time(run: () => Trace): { readonly ms: number; readonly trace: Trace } {
  const began = performance.now();
  const trace = run();
  return { ms: performance.now() - began, trace };
}
