import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { startVitest } from 'vitest/node';
import { mutations, type Mutation } from '../conformance/mutations/mutations.ts';

/*
 * Breaks the rules of the scheduler one by one and expects tests to fail: `node scripts/scheduler-mutations.ts [FIRST [LAST]]`, by
 * number from 1. The change is made while the test runner loads the file, so no file is touched. `--write` puts the table into
 * TESTING.md.
 */
const root = path.join(import.meta.dirname, '..');
const source = path.join(root, 'src/engine/scheduler');
const testing = path.join(source, 'TESTING.md');
/** A test that never ends because of a mutation is stopped after this many milliseconds. */
const longest = 120_000;

const [command, number = ''] = process.argv.slice(2);
if (command === '--one') {
  writeFileSync(number, JSON.stringify(await findFailures(mutations[Number(process.argv[4]) - 1] as Mutation)));
  process.exit();
}

const [first = 1, last = mutations.length] = process.argv.slice(2).map(Number).filter(Number.isInteger);
const rows = mutations.slice(first - 1, last).map((mutation, index) => {
  const failed = failuresOf(first + index);
  console.log(`${failed.length > 0 ? 'noticed' : 'NOT NOTICED'} ${first + index}. ${mutation.rule}`);
  for (const name of failed.slice(0, 3)) console.log(`    ${name}`);
  return { mutation, failed };
});
if (rows.some(({ failed }) => failed.length === 0)) process.exitCode = 1;
else if (process.argv.includes('--write')) await writeTable();

/** Returns the full names of the failing tests, found in a separate process. */
function failuresOf(one: number): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutation-'));
  const result = path.join(folder, 'failed.json');
  try {
    const args = [import.meta.filename, '--one', result, String(one)];
    const { status } = spawnSync(process.execPath, args, { timeout: longest, killSignal: 'SIGKILL', stdio: 'ignore' });
    return status === null ? ['the tests do not end'] : (JSON.parse(readFileSync(result, 'utf8')) as string[]);
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
  const filters = tests.map((name) => path.join(root, name));
  // A cache would pass the change on to the next run.
  const options = { watch: false, reporters: 'dot', isolate: false, testTimeout: 10_000, fsModuleCache: false };
  const vitest = await startVitest(filters, options, { root, plugins: [plugin] });
  const modules = vitest.state.getTestModules();
  const broken = modules.filter((module) => module.errors().length > 0).map((module) => module.relativeModuleId);
  const failed = modules.flatMap((module) => [...module.children.allTests('failed')].map(({ fullName }) => fullName));
  await vitest.close();
  return [...failed, ...broken];
}

async function writeTable(): Promise<void> {
  const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll(/\s+/g, ' ');
  const code = (text: string): string => (text === '' ? 'nothing' : `\`${cell(text)}\``);
  const lines = rows.map(({ mutation: { rule, file, from, to }, failed }, index) => {
    const more = failed.length > 2 ? `; ${failed.length - 2} more` : '';
    const names = failed.slice(0, 2).map((name) => `*${cell(name)}*`);
    return `| ${first + index} | ${rule} | \`${file}\`: ${code(from)} → ${code(to)} | ${names.join('; ')}${more} |`;
  });
  const table = ['| | rule | change | tests that fail |', '| ---: | --- | --- | --- |', ...lines].join('\n');
  const old = readFileSync(testing, 'utf8');
  const marked = /(<!-- mutations -->).*(<!-- \/mutations -->)/s;
  const written = old.replace(marked, (_, begin: string, end: string) => `${begin}\n\n${table}\n\n${end}`);
  writeFileSync(testing, await format(written, { ...(await resolveConfig(testing)), filepath: testing }));
}
