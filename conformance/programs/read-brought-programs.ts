import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../src/engine/trace/event/events.ts';

/** A program of a kind that readers bring, and what a run of it shows. */
export type BroughtProgram = {
  /** A sentence that is true of it. */
  readonly title: string;
  readonly language: Language;
  readonly source: string;
  /** The lines of the console; in one of them alone, `…` stands for any number of lines. */
  readonly console: readonly string[];
  /** What is said at the end of the console, or of a program that does not compile; empty where nothing is. */
  readonly ending: string;
  /** Whether it is run in the page as well: one of each sort is. */
  readonly isForPage: boolean;
};

const folders: Readonly<Record<string, Language>> = { python: 'python', typescript: 'typescript' };

/**
 * Reads the programs beside this file. A program begins with `=== title`, marked `(page)` if it runs in the page too; `--- console` and
 * `--- ending` begin what it shows.
 */
export function readBroughtPrograms(): readonly BroughtProgram[] {
  return Object.entries(folders).flatMap(([folder, language]) =>
    readdirSync(path.join(import.meta.dirname, folder)).flatMap((file) =>
      readFileSync(path.join(import.meta.dirname, folder, file), 'utf8')
        .split(/^=== /m)
        .slice(1)
        .map((text) => parseProgram(text, language)),
    ),
  );
}

function parseProgram(text: string, language: Language): BroughtProgram {
  const [title = '', ...rest] = text.split('\n');
  const [source = '', ...shown] = rest.join('\n').split(/^--- (?=(?:console|ending)\n)/m);
  const read = (name: string): string =>
    shown
      .find((part) => part.startsWith(`${name}\n`))
      ?.slice(name.length + 1)
      .replace(/\n$/, '') ?? '';
  const console = read('console');
  return {
    title: title.replace(/ \(page\)$/, ''),
    language,
    source,
    console: console === '' ? [] : console.split('\n'),
    ending: read('ending'),
    isForPage: title.endsWith(' (page)'),
  };
}

/** Whether lines are those expected, where a line of `…` stands for any number of them. */
export function areLines(lines: readonly string[], expected: readonly string[]): boolean {
  const at = expected.indexOf('…');
  if (at === -1) return lines.length === expected.length && lines.every((line, index) => line === expected[index]);
  const after = expected.slice(at + 1);
  return (
    lines.length >= expected.length - 1 &&
    expected.slice(0, at).every((line, index) => line === lines[index]) &&
    areLines(after.length === 0 ? [] : lines.slice(-after.length), after)
  );
}
