import type { DemoPair, DemoHalf } from './find-pairs.ts';

/** The number of a line in each program of a pair. */
export type LineInBoth = { readonly python: number; readonly typescript: number };

/**
 * Finds the line that contains a text in both programs of a demo. What an article says of a line is then true in either language,
 * and stays true when lines are added above it.
 *
 * @param has a text that is in one line of the Python program and, unless `typescript` says otherwise, in one of the TypeScript program
 * @returns what was expected and found, if the text is not in exactly one line of each
 */
export function findLine(
  pair: Pick<DemoPair, 'python' | 'typescript'>,
  has: string,
  typescript = has,
): LineInBoth | { readonly fault: string } {
  const [inPython, inTypeScript] = [listLines(pair.python, has), listLines(pair.typescript, typescript)];
  const [python, ...moreInPython] = inPython;
  const [own, ...moreInTypeScript] = inTypeScript;
  if (python === undefined || moreInPython.length > 0) return { fault: describe(pair.python, has, inPython) };
  if (own === undefined || moreInTypeScript.length > 0)
    return { fault: describe(pair.typescript, typescript, inTypeScript) };
  return { python, typescript: own };
}

function listLines({ source }: DemoHalf, text: string): readonly number[] {
  return source.split('\n').flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
}

function describe({ file }: DemoHalf, text: string, lines: readonly number[]): string {
  const found = lines.length === 0 ? 'none has' : `lines ${lines.join(', ')} have`;
  return `Expected exactly one line of ${file} to have "${text}", but ${found} it`;
}
