import { stripVTControlCharacters } from 'node:util';

/** Beginnings of lines in Astro's log, and our words for them. If Astro changes a line one day, we lose a line of progress. */
const phases: readonly (readonly [begin: string, said: string])[] = [
  ['[content] Syncing content', 'Reading the articles and running the programs that have changed…'],
  ['[build] Building static entrypoints', 'Bundling the scripts and styles…'],
  ['[build] Rearranging server assets', 'Writing the pages…'],
  ['[build] Waiting for integration', 'Finishing the pages…'],
];

/** Returns the phase of the build that begins with this line, if one does. */
export function findPhase(line: string): string | undefined {
  return phases.find(([begin]) => line.includes(begin))?.[1];
}

/** Returns a failed build's log from its first error on, or the whole log if no line reports an error. */
export function listErrors(log: readonly string[]): readonly string[] {
  const first = log.findIndex((line) => stripVTControlCharacters(line).includes('[ERROR]'));
  return first === -1 ? log : log.slice(first);
}
