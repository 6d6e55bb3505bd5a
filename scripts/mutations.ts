import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { startVitest } from 'vitest/node';
import { drawingMutations } from '../conformance/mutations/drawing-mutations.ts';
import type { Mutation } from '../conformance/mutations/mutation.ts';
import { schedulerMutations } from '../conformance/mutations/scheduler-mutations.ts';
import { exitWith } from './read-options.ts';

/*
 * Breaks the rules of the scheduler, or those of the drawing, one by one and expects tests to fail:
 * `npm run mutations -- drawing [FIRST [LAST]]`, by number from 1. The change is made while the test runner loads the file, so no file
 * is touched. `--write` puts the table of the scheduler into its TESTING.md.
 */
const root = path.join(import.meta.dirname, '..');
/** A test that never ends because of a mutation is stopped after this many milliseconds. */
const longest = 120_000;

type Subject = { readonly folder: string; readonly mutations: readonly Mutation[]; readonly paper?: string };

const subjects: ReadonlyMap<string, Subject> = new Map([
  ['drawing', { folder: 'src/engine', mutations: drawingMutations }],
  ['scheduler', { folder: 'src/engine/scheduler', mutations: schedulerMutations, paper: 'TESTING.md' }],
]);

const [name = '', ...rest] = process.argv.slice(2);
const subject =
  subjects.get(name) ??
  exitWith(`Expected one of ${[...subjects.keys()].join(', ')}, but got "${name}". Say: npm run mutations -- drawing`);
const { mutations, paper } = subject;
const source = path.join(root, subject.folder);

if (rest[0] === '--one') {
  writeFileSync(rest[1] ?? '', JSON.stringify(await findFailures(mutations[Number(rest[2]) - 1] as Mutation)));
  // Tests that fail would make it 1.
  process.exit(0);
}

const [first = 1, last = mutations.length] = rest.map(Number).filter(Number.isInteger);
const rows = mutations.slice(first - 1, last).map((mutation, index) => {
  const failed = failuresOf(first + index);
  console.log(`${failed.length > 0 ? 'noticed' : 'NOT NOTICED'} ${first + index}. ${mutation.rule}`);
  for (const test of failed.slice(0, 3)) console.log(`    ${test}`);
  return { mutation, failed };
});
const unnoticed = rows.filter(({ failed }) => failed.length === 0);
if (unnoticed.length > 0) exitWith(`${unnoticed.length} of ${rows.length} mutations were not noticed.`);
if (rest.includes('--write') && paper !== undefined) await writeTable(path.join(source, paper));

/** Returns the full names of the failing tests, found in a separate process. */
function failuresOf(one: number): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutation-'));
  const result = path.join(folder, 'failed.json');
  try {
    const args = [import.meta.filename, name, '--one', result, String(one)];
    const { status } = spawnSync(process.execPath, args, { timeout: longest, killSignal: 'SIGKILL', stdio: 'ignore' });
    if (status === null) return ['the tests do not end'];
    if (status !== 0)
      throw new Error(`Expected to run the tests of ${name} ${one}, but its process ended with ${status}.`);
    return JSON.parse(readFileSync(result, 'utf8')) as string[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function findFailures({ file, from, to, tests }: Mutation): Promise<string[]> {
  const mutated = path.join(source, file);
  if (readFileSync(mutated, 'utf8').split(from).length !== 2)
    throw new Error(`Expected ${file} to hold this once: ${from}`);
  const plugin = {
    name: 'mutation',
    enforce: 'pre' as const,
    transform: (code: string, id: string) => (id === mutated ? code.replace(from, () => to) : undefined),
  };
  const filters = tests.map((test) => path.join(root, test));
  // A cache would pass the change on to the next run.
  const options = { watch: false, reporters: 'dot', isolate: false, testTimeout: 10_000, fsModuleCache: false };
  const vitest = await startVitest(filters, options, { root, plugins: [plugin] });
  const modules = vitest.state.getTestModules();
  const broken = modules.filter((module) => module.errors().length > 0).map((module) => module.relativeModuleId);
  const failed = modules.flatMap((module) => [...module.children.allTests('failed')].map(({ fullName }) => fullName));
  await vitest.close();
  return [...failed, ...broken];
}

async function writeTable(testing: string): Promise<void> {
  const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll(/\s+/g, ' ');
  const code = (text: string): string => (text === '' ? 'nothing' : `\`${cell(text)}\``);
  const lines = rows.map(({ mutation: { rule, file, from, to }, failed }, index) => {
    const more = failed.length > 2 ? `; ${failed.length - 2} more` : '';
    const names = failed.slice(0, 2).map((test) => `*${cell(test)}*`);
    return `| ${first + index} | ${rule} | \`${file}\`: ${code(from)} → ${code(to)} | ${names.join('; ')}${more} |`;
  });
  const table = ['| | rule | change | tests that fail |', '| ---: | --- | --- | --- |', ...lines].join('\n');
  const old = readFileSync(testing, 'utf8');
  const marked = /(<!-- mutations -->).*(<!-- \/mutations -->)/s;
  const written = old.replace(marked, (_, begin: string, end: string) => `${begin}\n\n${table}\n\n${end}`);
  writeFileSync(testing, await format(written, { ...(await resolveConfig(testing)), filepath: testing }));
}
