import { suggestNearest } from '../../engine/page/suggest-nearest.ts';
import { parsePins, type Pin } from '../../engine/trace/pins/parse-pins.ts';
import type { Axis } from '../../engine/timeline/geometry.ts';
import { DemoError } from './demo-error.ts';

/** What the first comment lines of a program say about it. */
export type FrontBlock = {
  readonly title?: string;
  /** The prediction the reader is asked for before the first run. */
  readonly question?: string;
  /** Why the run has this result. */
  readonly answer?: string;
  /** What to look at in the drawn run. */
  readonly look?: string;
  /** Why the two programs cannot print the same; absent if they can. */
  readonly parityException?: string;
  /** Why suspended frames of the two programs keep different values under the same names; absent if they keep the same. */
  readonly frames?: string;
  /** Why their frames run other lines, or in another order; absent if the lines correspond. */
  readonly lines?: string;
  /** The axis on which the run is drawn to begin with; `step` unless given. */
  readonly axis?: Axis;
};

/** The variables that are drawn under the run, and the line of the front block that names them. */
type Show = {
  readonly file: string;
  readonly line: number;
  /** As written in the front block. */
  readonly text: string;
  readonly pins: readonly Pin[];
};

export type ParsedProgram = {
  readonly front: FrontBlock;
  readonly show?: Show;
  /** The program that is shown and run: the file without its front block and region marks. */
  readonly source: string;
  /** Named ranges of lines of `source`, 1-based and inclusive, for listings in an article. */
  readonly regions: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** The file's line number for each line of `source`. */
  readonly fileLines: readonly number[];
};

const keys = ['title', 'question', 'answer', 'look', 'show', 'axis', 'parity', 'frames', 'lines'] as const;

type Key = (typeof keys)[number];

/** The value of a key in the front block, and the line of the file where it begins. */
type Entry = { readonly text: string; readonly line: number };

/**
 * Splits a program file into its front block (`// title: …` or `# title: …` lines up to the first blank line) and the program. A
 * line of the block with two spaces after its mark continues the line before it. `// region name` and `// endregion` lines name
 * listings.
 *
 * @param file named in errors
 * @throws {DemoError} if a key is unknown, occurs twice or has an impossible value, or if a region does not end
 */
export function parseProgram(file: string, text: string): ParsedProgram {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const hasFront = /^(\/\/|#) [a-z]+:/.test(lines[0] ?? '');
  const blank = hasFront ? lines.findIndex((line) => line.trim() === '') : -1;
  const front = hasFront ? parseFront(file, lines.slice(0, blank < 0 ? lines.length : blank)) : { front: {} };
  return { ...front, ...cutRegions(file, hasFront ? (blank < 0 ? [] : lines.slice(blank + 1)) : lines, blank + 2) };
}

function parseFront(file: string, lines: readonly string[]): Pick<ParsedProgram, 'front' | 'show'> {
  const found = new Map<Key, Entry>();
  let last: Key | undefined;
  for (const [at, line] of lines.entries()) {
    const continued = /^(?:\/\/|#) {2,}(\S.*)$/.exec(line)?.[1];
    const before = last === undefined ? undefined : found.get(last);
    if (continued !== undefined && last !== undefined && before !== undefined) {
      found.set(last, { ...before, text: `${before.text} ${continued}` });
      continue;
    }
    const [, word = '', text = ''] = /^(?:\/\/|#) ([a-z]+): (.*\S)\s*$/.exec(line) ?? [];
    const key = keys.find((known) => known === word);
    if (key === undefined) {
      throw new DemoError(
        file,
        at + 1,
        `Expected a line such as "${file.endsWith('.py') ? '#' : '//'} title: …" with one of ${keys.join(', ')}, but got "${line}"`,
        `${suggestNearest(word, keys)}End the front block with a blank line before the program.`,
      );
    }
    if (found.has(key)) {
      throw new DemoError(file, at + 1, `Expected "${key}" once, but it occurs twice`, 'Keep one of the two lines.');
    }
    found.set(key, { text, line: at + 1 });
    last = key;
  }
  const show = found.get('show');
  return { front: toFrontBlock(file, found), ...(show === undefined ? {} : { show: toShow(file, show) }) };
}

function cutRegions(file: string, lines: readonly string[], firstLine: number): Omit<ParsedProgram, 'front'> {
  const kept: string[] = [];
  const fileLines: number[] = [];
  const regions: Record<string, readonly [number, number]> = {};
  let open: { name: string; from: number; line: number } | undefined;
  for (const [at, line] of lines.entries()) {
    const mark = /^\s*(?:\/\/|#) ?(end)?region\b\s*(\S*)\s*$/.exec(line);
    if (mark === null) {
      kept.push(line);
      fileLines.push(firstLine + at);
    } else if (mark[1] === undefined) {
      open = { name: mark[2] ?? '', from: kept.length + 1, line: firstLine + at };
    } else if (open !== undefined) {
      regions[open.name] = [open.from, kept.length];
      open = undefined;
    }
  }
  if (open !== undefined) {
    throw new DemoError(
      file,
      open.line,
      `Expected region "${open.name}" to end, but it does not`,
      'Add an endregion line.',
    );
  }
  return { source: kept.join('\n'), regions, fileLines };
}

function toShow(file: string, { text, line }: Entry): Show {
  const pins = parsePins(text);
  if ('fault' in pins) {
    throw new DemoError(
      file,
      line,
      pins.fault,
      'Name what the program itself calls them; "as" says what a list is used as.',
    );
  }
  return { file, line, text, pins };
}

const axes: readonly Axis[] = ['step', 'time'];

function toFrontBlock(file: string, found: ReadonlyMap<Key, Entry>): FrontBlock {
  const { parity, axis, ...rest } = Object.fromEntries(
    [...found].flatMap(([key, { text }]) => (key === 'show' ? [] : [[key, text]])),
  ) as Partial<Record<Exclude<Key, 'show'>, string>>;
  const known = axes.find((each) => each === axis);
  if (axis !== undefined && known === undefined) {
    throw new DemoError(
      file,
      found.get('axis')?.line,
      `Expected "axis: time" or "axis: step", but got "axis: ${axis}"`,
      'Take the line out to have the run drawn by step.',
    );
  }
  const reason = /^none\s+(\S.+)$/.exec(parity ?? '')?.[1];
  if (parity !== undefined && reason === undefined) {
    throw new DemoError(
      file,
      1,
      `Expected "parity: none" with a reason after it, but got "parity: ${parity}"`,
      'Say why the two programs cannot print the same lines; the page shows it.',
    );
  }
  return {
    ...rest,
    ...(known === undefined ? {} : { axis: known }),
    ...(reason === undefined ? {} : { parityException: reason }),
  };
}
