import { afterAll, expect, it } from 'vitest';
import { createBuildRunner } from '../../src/build/threads/create-build-runner.ts';
import { startCPythonWorker } from '../../src/build/threads/start-cpython-worker.ts';
import { shareForProgram } from '../../src/build/threads/start-program-thread.ts';
import { ProgramRejected } from '../../src/build/typescript/program-rejected.ts';
import { defaultLimits, pythonLimits, type SandboxLimits } from '../../src/engine/run/limits.ts';
import { describeEnding } from '../../src/engine/show/describe-outcome.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { openRun } from '../../src/engine/trace/open-run.ts';
import { areLines, type BroughtProgram, readBroughtPrograms } from './read-brought-programs.ts';

// What the page and the terminal show of programs of every kind that readers bring. Where no word of ours is part of it, CPython 3.13 prints
// the same in real time. Programs that only print are also in src/build/cpython/programs.
/** Time that a program gets which is not about the limit of time: this machine may have much else to do. */
const generousMs = 30_000;

function startThreads(pythonMs: number, typescriptMs: number) {
  return {
    python: startCPythonWorker({ deadlineMs: pythonMs / shareForProgram }),
    typescript: createBuildRunner({ deadlineMs: typescriptMs / shareForProgram }),
  };
}

const asInPage = startThreads(pythonLimits.timeMs, defaultLimits.timeMs);
const patient = startThreads(generousMs, generousMs);
afterAll(() =>
  Promise.all([asInPage, patient].flatMap(({ python, typescript }) => [python.close(), typescript.close()])),
);

function run({ language, source, ending }: BroughtProgram): Promise<Trace> {
  const { python, typescript } = ending.includes('limit of time') ? asInPage : patient;
  const pick = ({ maxEvents, maxIterations, maxOutput }: SandboxLimits) => ({ maxEvents, maxIterations, maxOutput });
  return language === 'python'
    ? python.run(source, pick(pythonLimits))
    : typescript.observe({ file: 'program.ts', source, limits: pick(defaultLimits) });
}

/** What is shown of a program: its console, and what is said at the end. */
async function show(program: BroughtProgram): Promise<Pick<BroughtProgram, 'console' | 'ending'>> {
  try {
    const trace = await run(program);
    return { console: openRun(trace).lines.map(({ text }) => text), ending: describeEnding(trace.outcome) ?? '' };
  } catch (error) {
    if (!(error instanceof ProgramRejected)) throw error;
    const lines = error.errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
    return { console: [], ending: lines.join('\n') };
  }
}

it.each(readBroughtPrograms().map((program) => [`${program.title}, in ${program.language}`, program] as const))(
  '%s',
  async (_, program) => {
    const { console, ending } = await show(program);
    if (!areLines(console, program.console)) expect(console).toEqual(program.console);
    expect(ending).toBe(program.ending);
  },
  60_000,
);
