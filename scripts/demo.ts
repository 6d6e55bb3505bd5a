import { existsSync, readFileSync, watch } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { styleText } from 'node:util';
import { findNearest } from '../src/engine/page/find-nearest.ts';
import { DemoError } from '../src/build/demos/demo-error.ts';
import { describeEndless, describeProgramError, nameLimit } from '../src/build/demos/describe-program-error.ts';
import { type DemoPair, listPairs } from '../src/build/demos/find-pairs.ts';
import { findLastLine } from '../src/build/demos/find-run-fault.ts';
import { createBuildRunner } from '../src/build/threads/create-build-runner.ts';
import { shareForProgram } from '../src/build/threads/start-program-thread.ts';
import { startCPythonWorker } from '../src/build/threads/start-cpython-worker.ts';

import { defaultLimits, pythonLimits } from '../src/engine/run/limits.ts';
import type { Trace } from '../src/engine/trace/event/events.ts';
import { ProgramEndless, ProgramRejected, ProgramStrayed } from '../src/build/typescript/program-rejected.ts';
import { formatRun } from '../authoring/demo/format-run.ts';
import { formatDemo, type Paint } from '../authoring/demo/format-demo.ts';
import { exitWith, readOptions } from './read-options.ts';

// `npm run demo -- <article>/<name> [--watch]`: prints both outputs of a demo, the drawn run as text, and the first difference.
// `npm run demo -- path/to/any.py` (or `.ts`) prints the console, the end and the steps of any program, with the limits of the
// page.

const root = path.resolve(import.meta.dirname, '..');
const { positionals, values } = readOptions(
  { allowPositionals: true, options: { watch: { type: 'boolean', short: 'w' } } },
  'npm run demo -- event-loop/three-timers --watch',
);
const asked = positionals[0];
const file = asked !== undefined && /\.(?:py|ts)$/.test(asked) ? findFile(asked) : undefined;
const pair = file === undefined ? findAsked(asked) : undefined;
// A program that never ends is stopped as in the page; the start of CPython does not count.
const deadlineMs =
  file === undefined ? 5000 : (file.endsWith('.py') ? pythonLimits : defaultLimits).timeMs / shareForProgram;
const runner = createBuildRunner({ deadlineMs });
const cpython = startCPythonWorker({ deadlineMs });

// Colors depend on NO_COLOR, FORCE_COLOR and whether a terminal reads the output.
const colors = { title: 'bold', quiet: 'dim', good: 'green', bad: 'red', running: 'yellow', waiting: 'cyan' } as const;
const paint: Paint = (style, text) => styleText(colors[style], text, { stream: process.stdout });

if (values.watch === true) {
  let again: NodeJS.Timeout | undefined;
  let shown = show();
  // Watches the folder and not the file, because an editor that saves replaces the file.
  watch(path.dirname(file ?? path.join(root, pair?.typescript.file ?? '')), (_, changed) => {
    const names = file === undefined ? [`${pair?.name}.ts`, `${pair?.name}.py`] : [path.basename(file)];
    if (changed === null || !names.includes(changed)) return;
    clearTimeout(again);
    again = setTimeout(() => {
      shown = shown.then(show);
    }, 50);
  });
} else {
  // Also ends the threads, even one that is still starting for a run that nobody waits for.
  process.exit((await show()) ? 0 : 1);
}

/** Runs both halves as they are now and prints them; false if something is wrong with them. */
async function show(): Promise<boolean> {
  const started = performance.now();
  const { text, isRight } = await perform();
  if (values.watch === true && process.stdout.isTTY) process.stdout.write('\u001B[2J\u001B[3J\u001B[H');
  console.log(text);
  if (values.watch === true) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(paint('quiet', `\nRan in ${seconds} s; runs again when a file changes. Ctrl-C ends.`));
  }
  return isRight;
}

async function perform(): Promise<{ readonly text: string; readonly isRight: boolean }> {
  try {
    if (file !== undefined) return formatRun(await runFile(file), process.stdout.columns || 120, paint);
    const now = findPair(pair?.id);
    const { front, typescript, python } = now;
    // Both at once: CPython starts while the other half runs.
    const [ours, theirs] = await Promise.all([
      runner.run({ file: typescript.file, source: typescript.source }).catch((error: unknown) => {
        throw describeProgramError(typescript, error);
      }),
      cpython.run(python.source),
    ]);
    if (theirs.outcome.kind === 'stopped' && front.parityException === undefined)
      throw describeEndless(python, nameLimit(theirs.outcome), findLastLine(theirs));
    return formatDemo(now, ours, theirs, process.stdout.columns || 120, paint);
  } catch (error) {
    const isOfProgram =
      error instanceof DemoError ||
      error instanceof ProgramRejected ||
      error instanceof ProgramEndless ||
      error instanceof ProgramStrayed;
    if (!isOfProgram) throw error;
    return { text: paint('bad', error.message), isRight: false };
  }
}

/** Runs a program as the page does: with the same recorder and limits, in virtual time. */
async function runFile(program: string): Promise<Trace> {
  const source = readFileSync(program, 'utf8').replaceAll('\r\n', '\n');
  const { maxEvents, maxIterations, maxOutput } = program.endsWith('.py') ? pythonLimits : defaultLimits;
  const limits = { maxEvents, maxIterations, maxOutput };
  return program.endsWith('.py')
    ? cpython.run(source, limits)
    : runner.observe({ file: path.basename(program), source, limits });
}

/** Finds a file by its path from the current folder or from the project. */
function findFile(asked: string): string {
  const places = [process.env['INIT_CWD'] ?? process.cwd(), root].map((folder) => path.resolve(folder, asked));
  const found = places.find((place) => existsSync(place));
  return found ?? exitWith(`Expected a program, but there is no file ${places[0] ?? asked}. Correct its path.`);
}

/** Finds the pair with an id, or with a name that only one article has. */
function findPair(id: string | undefined): DemoPair {
  const listed = listPairs(root);
  const pairs = listed.filter((candidate): candidate is DemoPair => !(candidate instanceof DemoError));
  const named = pairs.filter((candidate) => candidate.id === id || candidate.name === id);
  const [found] = named;
  if (found !== undefined && named.length === 1) return found;
  const broken = listed.find((each) => each instanceof DemoError && id !== undefined && each.file.includes(`/${id}.`));
  if (broken instanceof DemoError) throw broken;
  const ids = (named.length > 1 ? named : pairs).map((known) => known.id);
  const near = id === undefined || named.length > 1 ? [] : findNearest(id, ids);
  const asked = id === undefined ? 'none' : `"${id}"${named.length > 1 ? `, which ${named.length} articles have` : ''}`;
  console.error(
    `Expected the id of a demo, but got ${asked}. ${near.length > 0 ? 'Did you mean one of these?' : 'There are:'}`,
  );
  for (const known of near.length > 0 ? near : ids) console.error(`  ${known}`);
  process.exit(1);
}

/** Returns the requested pair; a fault in its files ends the command. */
function findAsked(id: string | undefined): DemoPair {
  try {
    return findPair(id);
  } catch (error) {
    if (!(error instanceof DemoError)) throw error;
    return exitWith(error.message);
  }
}
