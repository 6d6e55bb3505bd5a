import type { Run } from '../trace/open-run.ts';
import type { RunState } from '../trace/state/run-state.ts';

/** The lines of a function in a program, from its first to its last. */
export type Extent = { readonly from: number; readonly to: number };

/**
 * Returns how far each function of a run extends, by the line on which it begins: to the last line that is indented deeper, and to
 * the brace that closes it. In a normally formatted program its variables are within these lines, in both languages.
 */
export function listExtents(run: Run, lines: readonly string[]): ReadonlyMap<number, Extent> {
  const extents = new Map<number, Extent>();
  for (const { type, line } of run.origins.frames.values()) {
    if (extents.has(line)) continue;
    extents.set(line, type === 'module' ? { from: 1, to: lines.length } : { from: line, to: findEnd(lines, line) });
  }
  return extents;
}

function findEnd(lines: readonly string[], first: number): number {
  let line = first;
  // In Python a function begins with its decorators.
  while ((lines[line - 1] ?? '').trimStart().startsWith('@')) line += 1;
  const depth = indentOf(lines[line - 1] ?? '');
  let last = line;
  for (line += 1; line <= lines.length; line += 1) {
    const text = lines[line - 1] ?? '';
    if (text.trim() === '') continue;
    const isClosing = /^\s*[}\])]/.test(text);
    // Parameters on separate lines end with `):` or `) {`, where the body begins.
    if (indentOf(text) <= depth && !(isClosing && /[:{]\s*$/.test(text))) return isClosing ? line : last;
    last = line;
  }
  return last;
}

const indentOf = (text: string): number => /^\s*/.exec(text)?.[0].length ?? 0;

/**
 * Returns the names that are variables on a line of a run's program: those of the enclosing function, and of the functions around
 * that.
 */
export function listNamesOn(run: Run, extents: ReadonlyMap<number, Extent>, line: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { frame, line: first } of run.origins.frames.values()) {
    const extent = extents.get(first);
    if (extent === undefined || extent.from > line || extent.to < line) continue;
    for (const { name } of run.variables.historiesOf(frame)) names.add(name);
  }
  return names;
}

/**
 * Returns the frame whose variable a name on a line means, in a state of the run: a frame of the innermost function around the line
 * that has such a variable. Of several calls of that function it is the one nearest to running, or else the one entered last.
 * Undefined if none has been entered.
 */
export function findVariable(
  run: Run,
  state: RunState,
  extents: ReadonlyMap<number, Extent>,
  line: number,
  name: string,
): number | undefined {
  let found: { readonly frame: number; readonly size: number; readonly rank: number } | undefined;
  const onStack = new Map([...state.callStack].map((frame, depth) => [frame, depth]));
  for (const { frame, line: first, seq } of run.origins.frames.values()) {
    if (seq > state.seq) break;
    const extent = extents.get(first);
    if (extent === undefined || extent.from > line || extent.to < line) continue;
    if (!run.variables.historiesOf(frame).some((history) => history.name === name)) continue;
    const size = extent.to - extent.from;
    const rank = onStack.has(frame)
      ? 2e9 + (onStack.get(frame) ?? 0)
      : (state.frames.get(frame) !== undefined ? 1e9 : 0) + frame;
    if (found === undefined || size < found.size || (size === found.size && rank >= found.rank)) {
      found = { frame, size, rank };
    }
  }
  return found?.frame;
}
