import type { OpenProgram } from './open-program.ts';

/** The title of a program of the reader's that does not say what it is. */
export const ownTitle = 'Your program';

/**
 * Returns what a program is called: by its title as long as it is what was opened, as a changed one if it still is mostly that, and
 * otherwise as the reader's own, after the comment that it begins with.
 */
export function nameProgram(program: Pick<OpenProgram, 'title' | 'name' | 'text' | 'stock'>): string {
  const { title, name = title, text, stock } = program;
  if (stock === undefined) return name;
  if (text === stock) return title;
  return isOfOrigin(program) ? `${title}, changed` : nameOwn(text);
}

/** What the comment in the first line of a program says, where there is one. */
function nameOwn(text: string): string {
  const [first = ''] = text.trimStart().split('\n', 1);
  const [, said = ''] = /^(?:#(?!!)|\/\/|"""|''')\s*(.*?)\s*(?:"""|''')?$/.exec(first) ?? [];
  return /\w/.test(said) && !/coding[:=]/.test(said) ? said.slice(0, longestTitle) : ownTitle;
}

const longestTitle = 48;

/**
 * Whether a program still is what was opened, changed or not: most of its lines are from there, or most of the lines from there
 * are still in it.
 */
export function isOfOrigin({ text, stock }: Pick<OpenProgram, 'text' | 'stock'>): boolean {
  if (stock === undefined || text === stock) return true;
  const [now, before] = [listLines(text), listLines(stock)];
  const shared = [...now].filter((line) => before.has(line)).length;
  return 2 * shared > Math.min(now.size, before.size);
}

/** The lines that tell a program from others. */
function listLines(text: string): ReadonlySet<string> {
  const lines = text.split('\n').map((line) => line.trim());
  return new Set(lines.filter((line) => /\w/.test(line) && !isCommon.test(line)));
}

/** What most programs with an event loop have: imports, `main`, and the call that runs it. */
const isCommon =
  /^(?:import|from)\b|^(?:export\s+)?(?:async\s+)?(?:def|function\*?)\s+main\b|^(?:asyncio\.)?run\(main\(\)\)|^if __name__/;
