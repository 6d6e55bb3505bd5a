import { DemoError } from './demo-error.ts';

/** What the first comment lines of a program say about it. */
export type FrontBlock = {
  readonly title?: string;
  /** The prediction the reader is asked for before the first run. */
  readonly question?: string;
  /** Why the run answers it as it does. */
  readonly answer?: string;
  /** What to look at in the drawn run. */
  readonly look?: string;
  /** Why the two programs cannot print the same; absent where they do. */
  readonly parityException?: string;
  /** Why suspended frames of the two programs keep different values under the same names; absent where they keep the same. */
  readonly frames?: string;
};

export type ParsedProgram = {
  readonly front: FrontBlock;
  /** The program as it is shown and run: the file without its front block and its region marks. */
  readonly source: string;
  /** Named runs of lines of `source`, 1-based and inclusive, for listings in an article. */
  readonly regions: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** For each line of `source`, its number in the file. */
  readonly fileLines: readonly number[];
};

const keys = ['title', 'question', 'answer', 'look', 'parity', 'frames'] as const;

/**
 * Splits a program file into its front block (`// title: …` or `# title: …` lines up to the first blank line) and the program.
 * A line of the block with two spaces after its mark continues the one before. `// region name` and `// endregion` lines name listings.
 *
 * @param file named in errors
 * @throws {DemoError} if a key is unknown, stands twice, `parity` gives no reason, or a region does not end
 */
export function parseProgram(file: string, text: string): ParsedProgram {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const hasFront = /^(\/\/|#) [a-z]+:/.test(lines[0] ?? '');
  const blank = hasFront ? lines.findIndex((line) => line.trim() === '') : -1;
  const front = hasFront ? parseFront(file, lines.slice(0, blank < 0 ? lines.length : blank)) : {};
  return { front, ...cutRegions(file, hasFront ? (blank < 0 ? [] : lines.slice(blank + 1)) : lines, blank + 2) };
}

function parseFront(file: string, lines: readonly string[]): FrontBlock {
  const found = new Map<string, string>();
  let last = '';
  for (const [at, line] of lines.entries()) {
    const continued = /^(?:\/\/|#) {2,}(\S.*)$/.exec(line)?.[1];
    if (continued !== undefined && last !== '') {
      found.set(last, `${found.get(last) ?? ''} ${continued}`);
      continue;
    }
    const [, key = '', value = ''] = /^(?:\/\/|#) ([a-z]+): (.*\S)\s*$/.exec(line) ?? [];
    if (!keys.some((known) => known === key)) {
      throw new DemoError(
        file,
        at + 1,
        `Expected a line such as "${file.endsWith('.py') ? '#' : '//'} title: …" with one of ${keys.join(', ')}, but got "${line}"`,
        'End the front block with a blank line before the program.',
      );
    }
    if (found.has(key)) {
      throw new DemoError(file, at + 1, `Expected "${key}" once, but it stands twice`, 'Keep one of the two lines.');
    }
    found.set(key, value);
    last = key;
  }
  return toFrontBlock(file, found);
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

function toFrontBlock(file: string, found: ReadonlyMap<string, string>): FrontBlock {
  const { parity, ...rest } = Object.fromEntries(found) as Partial<Record<(typeof keys)[number], string>>;
  if (parity === undefined) return rest;
  const reason = /^none\s+(\S.+)$/.exec(parity)?.[1];
  if (reason === undefined) {
    throw new DemoError(
      file,
      1,
      `Expected "parity: none" with a reason after it, but got "parity: ${parity}"`,
      'Say why the two programs cannot print the same lines; the page shows it.',
    );
  }
  return { ...rest, parityException: reason };
}
