import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { snippetSchema, versionResultsSchema, type SnippetData, type VersionResults } from '../schemas/snippet.ts';

/** Where the snippets are in the project's folder; the results are in `results/` below it. */
export const snippetFolder = 'content/versions';

/** Reads every snippet, by its id, in the order of the ids. */
export function loadSnippets(root: string): ReadonlyMap<string, SnippetData> {
  const folder = path.join(root, snippetFolder);
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    names
      .toSorted()
      .map((name) => [
        path.basename(name, '.yaml'),
        snippetSchema.parse(parse(readFileSync(path.join(folder, name), 'utf8'))),
      ]),
  );
}

/** Reads the results of every Python, oldest first. */
export function loadResults(root: string): VersionResults[] {
  const folder = path.join(root, snippetFolder, 'results');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => versionResultsSchema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))))
    .toSorted((a, b) => compareVersions(a.version, b.version));
}

/** Orders `3.9` before `3.10`. */
export function compareVersions(a: string, b: string): number {
  const [major = 0, minor = 0] = a.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = b.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
