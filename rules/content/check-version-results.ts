import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { versionResultsSchema, type SnippetResult, type VersionResults } from '../../src/build/schemas/snippet.ts';
import { hashProgram } from '../../src/build/versions/hash-program.ts';
import { compareVersions } from '../../src/build/versions/load-snippets.ts';
import type { Finding } from './finding.ts';
import type { Content } from './load-content.ts';

const folder = 'content/versions/results';
const rerun = (id: string): string => `Run "npm run versions -- --only ${id} --write".`;

/**
 * Each program of the versions table has a result of its present text on the project's own Python; results of other Pythons may be
 * missing and are shown as not run. Stored results are well-formed and belong to existing programs, and some Python can parse each
 * program.
 */
export function checkVersionResults(root: string, { snippets, ids }: Content): readonly Finding[] {
  if (snippets.length === 0 || !existsSync(path.join(root, folder))) return [];
  const read = readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => readResults(root, `${folder}/${name}`));
  const broken = read.filter((each): each is Finding => 'message' in each);
  const pythons = read
    .filter((each): each is VersionResults => 'results' in each)
    .sort((a, b) => compareVersions(a.version, b.version));
  // For a version that is not released yet, only the project itself has results.
  const own = pythons.findLast(({ runtime }) => /^CPython [\d.]+ \(Pyodide\)$/.test(runtime));
  if (broken.length > 0 || own === undefined) return broken;
  return [
    ...pythons.flatMap((python) => listStrangers(python, ids.snippets)),
    ...snippets.flatMap(({ id, file, data, lineOf }) => {
      const line = lineOf('code') ?? 1;
      const stored = own.results[id];
      if (stored?.program !== hashProgram(data.code)) {
        const got = stored === undefined ? 'there is none' : 'the stored one is of another text';
        return [
          {
            file,
            line,
            message: `Expected a result of this program on Python ${own.version}, but ${got}`,
            fix: rerun(id),
          },
        ];
      }
      const results = pythons.flatMap(({ results: { [id]: result } }) => (result === undefined ? [] : [result]));
      if (data.refused === true || !results.every(isUnreadable)) return [];
      return [
        {
          file,
          line,
          message: `Expected a program that some Python can parse, but each says: ${stored.error ?? ''}`,
          fix: `Fix its syntax, or add "refused: true" if that is what the row shows. ${rerun(id)}`,
        },
      ];
    }),
  ];
}

function readResults(root: string, file: string): VersionResults | Finding {
  try {
    return versionResultsSchema.parse(JSON.parse(readFileSync(path.join(root, file), 'utf8')));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not of the form that "npm run versions" writes';
    return {
      file,
      message: `Expected the results of a Python, but ${why}`,
      fix: 'Take the file from the main branch; only "npm run versions -- --write" changes it.',
    };
  }
}

function listStrangers({ version, results }: VersionResults, known: ReadonlySet<string>): readonly Finding[] {
  return Object.keys(results)
    .filter((id) => !known.has(id))
    .map((id) => ({
      file: `${folder}/${version}.json`,
      message: `Expected results of programs of the table, but there is no content/versions/${id}.yaml`,
      fix: 'Run "npm run versions -- --write", or put the program back.',
    }));
}

function isUnreadable({ error }: SnippetResult): boolean {
  return error?.startsWith('SyntaxError') === true || error?.startsWith('IndentationError') === true;
}
