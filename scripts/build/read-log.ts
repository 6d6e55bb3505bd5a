import { stripVTControlCharacters } from 'node:util';

/** What a line of Astro's log begins, and what we say of it. A line that Astro words otherwise one day costs us a line of progress. */
const phases: readonly (readonly [begin: string, said: string])[] = [
  ['[content] Syncing content', 'Reading the articles and running the programs that have changed…'],
  ['[build] Building static entrypoints', 'Bundling the scripts and styles…'],
  ['[build] Rearranging server assets', 'Writing the pages…'],
  ['[build] Waiting for integration', 'Finishing the pages…'],
];

/** What the build does from this line on, if the line begins a phase. @param line without color */
export function phaseOf(line: string): string | undefined {
  return phases.find(([begin]) => line.includes(begin))?.[1];
}

/** A failed build's log from its first error on, or whole if no line says that it is one. */
export function listErrors(log: readonly string[]): readonly string[] {
  const first = log.findIndex((line) => stripVTControlCharacters(line).includes('[ERROR]'));
  return first === -1 ? log : log.slice(first);
}
