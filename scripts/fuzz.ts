import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import type { FuzzAnswer, FuzzRequest } from '../conformance/differential/fuzz-worker.ts';
import type { Failure, FuzzTask } from '../conformance/differential/fuzz.ts';
import { generateProgram, programKinds, type ProgramKind } from '../conformance/differential/generate-program.ts';
import { corpusFolder } from '../conformance/differential/load-corpus.ts';
import { exitWith, readOptions } from './read-options.ts';

const usage = `npm run fuzz -- [options]     compares the scheduler with CPython on random programs

  --programs 10000            how many of each kind
  --seed 1                    the first program's seed; the others follow it (from the clock unless given)
  --kind mixed|contention     both unless given
  --style generator|lowered|async    all unless given: async, which is compiled, then for one program in ten
  --style recorded    async, and compares frames and variables with CPython's, and each run with one that is not recorded
  --jobs 2                    threads; one for each core unless given
  --add name --why "..."      writes the program of --seed and --kind, shrunk if it fails, into the corpus`;

const { values: options } = readOptions(
  {
    options: {
      programs: { type: 'string', default: '10000' },
      seed: { type: 'string' },
      kind: { type: 'string' },
      style: { type: 'string', default: 'all' },
      jobs: { type: 'string', default: String(cpus().length) },
      add: { type: 'string' },
      why: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  },
  'npm run fuzz -- --programs 2000',
);

/** Programs for one task: few enough that both threads are busy until the end. */
const taskSize = 500;
/** How many failures are shrunk and shown. */
const mostShown = 5;

if (options.help) {
  console.log(usage);
  process.exit(0);
}
const seed = options.seed === undefined ? Date.now() % 1_000_000_000 : readNumber('seed', options.seed);
const kinds = options.kind === undefined ? programKinds : [readOneOf('kind', options.kind, programKinds)];
const style = readOneOf('style', options.style, ['all', 'generator', 'lowered', 'async', 'recorded'] as const);
const programs = options.add === undefined ? readNumber('programs', options.programs) : 1;

const failures: Failure[] = [];
const counts = new Map<ProgramKind, number>(kinds.map((kind) => [kind, 0]));
const began = performance.now();
let told = began;

console.log(
  `seed ${seed}, ${programs} programs of each kind: ${kinds.join(', ')}; style ${style}\nCPython starts; from then on there is a line every ten seconds.`,
);
const tasks = listTasks();
await Promise.all(Array.from({ length: Math.min(readNumber('jobs', options.jobs), tasks.length) }, work));
if (options.add !== undefined) addToCorpus(options.add, options.why);
summarize();

function listTasks(): FuzzTask[] {
  const starts = Array.from({ length: Math.ceil(programs / taskSize) }, (_, index) => index * taskSize);
  return starts.flatMap((start) =>
    kinds.map((kind) => ({ kind, style, seed: seed + start, programs: Math.min(taskSize, programs - start) })),
  );
}

/** One thread: takes tasks until there are none left. */
function work(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../conformance/differential/fuzz-worker.ts', import.meta.url));
    let task: FuzzTask | undefined;
    worker.on('error', reject);
    worker.on('exit', () => {
      resolve();
    });
    worker.on('message', (answer: FuzzAnswer) => {
      if (task) take(task.kind, answer);
      if (!answer.isLast) return;
      task = tasks.shift();
      if (task) worker.postMessage({ ...task, shrinks: failures.length < mostShown } satisfies FuzzRequest);
      else void worker.terminate();
    });
  });
}

function take(kind: ProgramKind, answer: FuzzAnswer): void {
  counts.set(kind, (counts.get(kind) ?? 0) + answer.programs);
  for (const failure of answer.failures) {
    failures.push(failure);
    if (failures.length <= mostShown) show(failure);
  }
  if (performance.now() - told < 10_000) return;
  told = performance.now();
  console.log(tellProgress());
}

function show({ kind, seed: failed, style: written, words }: Failure): void {
  console.log(
    `\nDIFFERENT: npm run fuzz -- --kind ${kind} --seed ${failed} --programs 1 --style ${written}\n${words}\n`,
  );
}

function tellProgress(): string {
  const seconds = (performance.now() - began) / 1000;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return `${each} programs in ${seconds.toFixed(0)} s (${(all / seconds).toFixed(0)} a second), ${failures.length} different`;
}

function summarize(): void {
  console.log(tellProgress());
  const seeds = failures.map((failure) => `${failure.kind} ${failure.seed}`);
  if (seeds.length > mostShown) console.log(`Different: ${seeds.join(', ')}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

function addToCorpus(name: string, why: string | undefined): void {
  if (why === undefined || kinds.length > 1)
    return exitWith(`Expected --kind, --seed and --why with --add.\n\n${usage}`);
  const program = failures[0]?.program ?? generateProgram(kinds[0], seed);
  writeFileSync(new URL(`${name}.json`, corpusFolder), `${JSON.stringify({ why, program }, undefined, 2)}\n`);
  console.log(`written: corpus/${name}.json`);
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  return exitWith(`Expected a whole number for --${name}, but got ${text}.\n\n${usage}`);
}

function readOneOf<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  return exitWith(`Expected --${name} to be one of ${choices.join(', ')}, but got ${text}.\n\n${usage}`);
}
