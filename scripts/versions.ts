import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installCPython, type CPython, type Pyodide } from '../src/runners/cpython/install-cpython.ts';
import { loadCPython } from '../src/runners/cpython/load-cpython.ts';
import { readPythonFiles } from '../src/runners/cpython/read-python-files.ts';
import type { SnippetResult, VersionResults } from '../src/schemas/snippet.ts';
import { compareVersions, loadResults, loadSnippets, snippetFolder } from '../src/versions/load-snippets.ts';
import { describeInterpreter, runInInterpreter } from '../src/versions/run-in-interpreter.ts';
import { runInPyodide } from '../src/versions/run-in-pyodide.ts';

const usage = `npm run versions -- [options] [python ...]     runs the snippets of content/versions on every Python given

  python ...          commands or paths; without any: python2.7 and python3.6 to python3.20, as far as they are there
  --pyodide folder    a Pyodide package to run them in as well, for a Python of which there is no interpreter here
  --write             puts the results into content/versions/results; without it they are only compared

The project's own Pyodide always takes part.`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pyodide: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(usage);
  process.exit(0);
}

const root = process.cwd();
const snippets = loadSnippets(root);
const stored = new Map(loadResults(root).map((each) => [each.version, each]));
let differences = 0;

for (const command of positionals.length > 0 ? positionals : findPythons()) {
  const interpreter = describeInterpreter(command);
  if (interpreter === undefined) {
    // a version manager puts commands on the path for Pythons that are not chosen
    if (positionals.includes(command))
      throw new Error(`Expected ${command} to be a Python that starts, but it is not.`);
    continue;
  }
  const ids = idsFor(interpreter.version);
  compare({
    ...interpreter,
    results: byId(
      ids,
      ids.map((id) => runInInterpreter(interpreter, codeOf(id))),
    ),
  });
}
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
  const gone = Object.keys(before?.results ?? {}).filter((id) => results[id] === undefined);
  console.log(`${runtime}: ${Object.keys(results).length} snippets, ${changed.length + gone.length} differ`);
  for (const id of changed) console.log(`  ${id}\n    was ${tell(before?.results[id])}\n    is  ${tell(results[id])}`);
  for (const id of gone) console.log(`  ${id}\n    is no longer run`);
  differences += changed.length + gone.length;
  if (!options.write || changed.length + gone.length === 0) return;
  const folder = path.join(root, snippetFolder, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `${version}.json`),
    `${JSON.stringify({ version, runtime, results }, undefined, 2)}\n`,
  );
}

function tell(result: SnippetResult | undefined): string {
  if (result === undefined) return 'not there';
  const { printed, warnings, error } = result;
  return [JSON.stringify(printed), ...warnings, ...(error === null ? [] : [error])].join(' | ');
}

function idsFor(version: string): string[] {
  return [...snippets].flatMap(([id, { since }]) => (compareVersions(since, version) <= 0 ? [id] : []));
}

function codeOf(id: string): string {
  return snippets.get(id)?.code ?? '';
}

function byId(ids: readonly string[], results: readonly SnippetResult[]): VersionResults['results'] {
  return Object.fromEntries(ids.map((id, index) => [id, results[index] as SnippetResult]));
}

function findPythons(): string[] {
  const names = ['python2.7', ...Array.from({ length: 15 }, (_, index) => `python3.${index + 6}`)];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)).find(existsSync) ?? []);
}

async function loadOtherPyodide(folder: string): Promise<CPython> {
  const { loadPyodide } = (await import(pathToFileURL(path.resolve(folder, 'pyodide.mjs')).href)) as {
    loadPyodide: (options: { env: Record<string, string> }) => Promise<Pyodide>;
  };
  return installCPython(await loadPyodide({ env: { PYTHONHASHSEED: '0' } }), readPythonFiles());
}
