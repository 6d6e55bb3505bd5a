import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { installCPython, type CPython, type Pyodide } from '../src/engine/run/cpython/install-cpython.ts';
import { fixedHashes } from '../src/engine/run/cpython/fixed-hashes.ts';
import { loadCPython } from '../src/build/cpython/load-cpython.ts';
import { readPythonFiles } from '../src/build/cpython/read-python-files.ts';
import type { SnippetResult, SnippetRun, VersionResults } from '../src/build/schemas/snippet.ts';
import { hashProgram } from '../src/build/versions/hash-program.ts';
import { describeMixture } from '../src/build/versions/describe-mixture.ts';
import { compareVersions, loadResults, loadSnippets, snippetFolder } from '../src/build/versions/load-snippets.ts';
import {
  describeInterpreter,
  type Interpreter,
  runAllInInterpreter,
} from '../src/build/versions/run-in-interpreter.ts';
import { runInPyodide } from '../src/build/versions/run-in-pyodide.ts';
import { suggestNearest } from '../src/engine/page/suggest-nearest.ts';
import { exitWith, readOptions } from './read-options.ts';

const usage = `npm run versions -- [options] [python ...]     runs the snippets of content/versions on every Python given

  python ...          commands or paths; without any: python2.7 and python3.6 to python3.20, as far as they are there
  --pyodide folder    a Pyodide package to run them in as well, for a Python of which there is no interpreter here
  --only id           runs this snippet alone, such as --only aclosing; may be given again
  --write             puts the results into content/versions/results; without it they are only compared

The project's own Pyodide always takes part.`;

const { values: options, positionals } = readOptions(
  {
    allowPositionals: true,
    options: {
      pyodide: { type: 'string', multiple: true, default: [] },
      only: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  },
  'npm run versions -- python3.13 --write',
);
if (options.help) {
  console.log(usage);
  process.exit(0);
}

const root = process.cwd();
const snippets = loadSnippets(root);
for (const id of options.only) {
  if (snippets.has(id)) continue;
  exitWith(
    `Expected the id of a snippet, but there is no content/versions/${id}.yaml. ${suggestNearest(id, snippets.keys())}Correct the id.`,
  );
}
const stored = new Map(loadResults(root).map((each) => [each.version, each]));
let differences = 0;

const interpreters = positionals.length > 0 ? positionals.map(findAsked) : findPythons();
if (interpreters.length === 0) {
  console.log(
    'No Python was found here besides the project’s own: none of python2.7 and python3.6 to python3.20 starts.\n' +
      'A new program needs no other, and a maintainer runs it in the rest. To name one: npm run versions -- /path/to/python',
  );
}
for (const interpreter of interpreters) {
  const ids = idsFor(interpreter.version);
  console.log(`${interpreter.runtime}, ${interpreter.command}: runs ${count(ids.length)} …`);
  let told = performance.now();
  const results = await runAllInInterpreter(interpreter, ids.map(codeOf), os.availableParallelism(), (done) => {
    if (performance.now() - told < 3000 || done === ids.length) return;
    told = performance.now();
    console.log(`  ${done} of ${ids.length}`);
  });
  compare({ ...interpreter, results: byId(ids, results) });
}
console.log('The project’s own CPython: starts …');
for (const cpython of [await loadCPython(), ...(await Promise.all(options.pyodide.map(loadOtherPyodide)))]) {
  const version = /\d+\.\d+/.exec(cpython.runtime)?.[0] ?? '';
  const ids = idsFor(version);
  const results = byId(ids, runInPyodide(cpython, ids.map(codeOf)));
  compare({ version, runtime: `${cpython.runtime} (Pyodide)`, results });
}
if (differences > 0 && !options.write) {
  console.log(`\n${differences} results differ from content/versions/results. With --write they are stored.`);
  process.exitCode = 1;
}

function compare({ version, runtime, results }: VersionResults): void {
  const before = stored.get(version);
  const changed = Object.keys(results).filter(
    (id) => JSON.stringify(before?.results[id]) !== JSON.stringify(results[id]),
  );
  const kept = Object.entries(before?.results ?? {}).filter(([id]) => snippets.has(id) && !isAsked(id));
  const gone = Object.keys(before?.results ?? {}).filter(
    (id) => results[id] === undefined && !kept.some(([other]) => other === id),
  );
  console.log(`${runtime}: ${count(Object.keys(results).length)}, ${changed.length + gone.length} differ`);
  for (const id of changed) console.log(`  ${id}\n    was ${tell(before?.results[id])}\n    is  ${tell(results[id])}`);
  for (const id of gone) console.log(`  ${id}\n    is no longer run`);
  differences += changed.length + gone.length;
  if (!options.write || changed.length + gone.length === 0) return;
  const mixture = describeMixture(before, runtime, kept.length);
  if (mixture !== undefined) {
    console.log(`  ${mixture}`);
    return;
  }
  const folder = path.join(root, snippetFolder, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `${version}.json`),
    `${JSON.stringify({ version, runtime, results: sortById([...kept, ...Object.entries(results)]) }, undefined, 2)}\n`,
  );
  console.log(`  Stored in ${snippetFolder}/results/${version}.json.`);
}

function count(programs: number): string {
  return `${programs} ${programs === 1 ? 'program' : 'programs'}`;
}

function tell(result: SnippetResult | undefined): string {
  if (result === undefined) return 'not there';
  const { printed, warnings, error } = result;
  return [JSON.stringify(printed), ...warnings, ...(error === null ? [] : [error])].join(' | ');
}

function idsFor(version: string): string[] {
  return [...snippets].flatMap(([id, { since }]) => (isAsked(id) && compareVersions(since, version) <= 0 ? [id] : []));
}

function isAsked(id: string): boolean {
  return options.only.length === 0 || options.only.includes(id);
}

function codeOf(id: string): string {
  return snippets.get(id)?.code ?? '';
}

function byId(ids: readonly string[], runs: readonly SnippetRun[]): VersionResults['results'] {
  return sortById(ids.map((id, index) => [id, { ...(runs[index] as SnippetRun), program: hashProgram(codeOf(id)) }]));
}

function sortById(results: readonly (readonly [id: string, result: SnippetResult])[]): VersionResults['results'] {
  return Object.fromEntries([...results].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Finds a Python by the name given; the command ends if there is none. */
function findAsked(command: string): Interpreter {
  const found = describeInterpreter(command);
  if (found !== undefined) return found;
  return exitWith(`Expected ${command} to be a Python that starts, but it is not. Install it, or correct its name.`);
}

/**
 * Returns the Pythons on the path, each once. A version manager has commands there for Pythons that are not selected and do not
 * start.
 */
function findPythons(): readonly Interpreter[] {
  const names = ['python2.7', ...Array.from({ length: 15 }, (_, index) => `python3.${index + 6}`)];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => {
    for (const command of folders.map((folder) => path.join(folder, name)).filter(existsSync)) {
      const found = describeInterpreter(command);
      if (found !== undefined) return [found];
    }
    return [];
  });
}

async function loadOtherPyodide(folder: string): Promise<CPython> {
  const { loadPyodide } = (await import(pathToFileURL(path.resolve(folder, 'pyodide.mjs')).href)) as {
    loadPyodide: (options: { env: Record<string, string> }) => Promise<Pyodide>;
  };
  return installCPython(await loadPyodide({ env: fixedHashes }), readPythonFiles());
}
