import type { Trace } from '../event/events.ts';
import { toCamel } from '../variables/to-camel.ts';
import { listStatements } from './list-statements.ts';

/** One half of a pair: its program and the run of it. */
export type Half = { readonly source: string; readonly trace: Trace };

/** Where the frames of two programs suspend at, or run, lines that do not correspond. Lines are those of `source`. */
export type LineDifference = {
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** The difference, as the end of a sentence. */
  readonly found: string;
};

/**
 * Returns the first difference between the lines at which the frames of two programs suspend, or in the order in which their lines
 * run; null if there is none.
 *
 * The programs are written in different languages, so no line equals another. But a line with a visible effect, because a frame
 * suspends or prints there, has a twin: the line of the same suspension of the same frame, or of the same printed line. Each line
 * may have only one twin, in both directions. Between two suspensions a frame has to reach these lines in the same order as its
 * twin reaches theirs. A statement on several lines counts as one line, and lines that only one program has are not compared.
 */
export function compareLines(left: Half, right: Half): LineDifference | null {
  const [ours, theirs] = [listMoves(left), listMoves(right)];
  const twins = new Map<number, number>();
  const back = new Map<number, number>();
  for (const [key, own] of ours.seen) {
    const others = theirs.seen.get(key) ?? [];
    for (const [index, line] of own.entries()) {
      const other = others[index];
      if (other === undefined) break;
      const [before = other, beforeBack = line] = [twins.get(line), back.get(other)];
      if (before !== other)
        return { left: line, right: other, found: `line ${line} is both line ${before} and ${other}` };
      if (beforeBack !== line)
        return { left: line, right: other, found: `line ${beforeBack} and line ${line} are both line ${other}` };
      twins.set(line, other);
      back.set(other, line);
    }
  }
  for (const [key, own] of ours.lines) {
    const others = theirs.lines.get(key);
    if (others === undefined) continue;
    const [a, b] = [
      squeeze(own).filter(({ line }) => twins.has(line)),
      squeeze(others).filter(({ line }) => back.has(line)),
    ];
    const difference = findDifference(a, b, twins);
    if (difference !== undefined) return { ...difference, found: `${key} ${difference.found}` };
  }
  return null;
}

type Move = { readonly stops: boolean; readonly line: number };

type Moves = {
  /** The lines on which each frame suspended and, under the name of the console, the lines that printed. */
  readonly seen: ReadonlyMap<string, readonly number[]>;
  /** The lines that each frame reached, and where it suspended. */
  readonly lines: ReadonlyMap<string, readonly Move[]>;
};

/** Frames are identified by their functions and the numbers of their activations. */
function listMoves({ source, trace: { events, language } }: Half): Moves {
  const statements = listStatements(source, language);
  const keys = new Map<number, string>();
  const counts = new Map<string, number>();
  const seen = new Map<string, number[]>();
  const lines = new Map<string, Move[]>();
  const add = (frame: number, line: number, stops: boolean): void => {
    const key = keys.get(frame) ?? '';
    const first = statements[line] ?? line;
    put(lines, key, { line: first, stops });
    if (stops) put(seen, key, first);
  };
  for (const event of events) {
    if (event.kind === 'frame-created') {
      const name = toCamel(event.function);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      keys.set(event.frame, count === 1 ? name : `${name} #${count}`);
    } else if (event.kind === 'line' || event.kind === 'frame-suspended') {
      add(event.frame, event.line, event.kind === 'frame-suspended');
    } else if (event.kind === 'output' && event.line !== undefined && event.stream === undefined) {
      put(seen, '', statements[event.line] ?? event.line);
    }
  }
  return { seen, lines };
}

function put<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/**
 * Without reaching the line on which the frame already is: Python returns to the first line of a statement on several lines, and to
 * the line of a comprehension to clean up after it.
 */
function squeeze(moves: readonly Move[]): readonly Move[] {
  return moves.filter(({ line, stops }, index) => stops || line !== moves[index - 1]?.line);
}

function findDifference(
  ours: readonly Move[],
  theirs: readonly Move[],
  twins: ReadonlyMap<number, number>,
): LineDifference | undefined {
  for (let index = 0; index < Math.max(ours.length, theirs.length); index += 1) {
    const [a, b] = [ours[index], theirs[index]];
    if (a !== undefined && b?.stops === a.stops && twins.get(a.line) === b.line) continue;
    return { left: a?.line, right: b?.line, found: `${tell(a)} in one and ${tell(b)} in the other` };
  }
  return undefined;
}

function tell(move: Move | undefined): string {
  if (move === undefined) return 'comes to no further line';
  return `${move.stops ? 'suspends at' : 'comes to'} line ${move.line}`;
}
