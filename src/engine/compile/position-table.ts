/**
 * The source line of each piece of compiled code: for each line of the code, `[column, line]` pairs in order of column. Columns
 * count from 0, as in a source map; source lines from 1.
 */
export type PositionTable = readonly (readonly (readonly [column: number, line: number])[])[];

/**
 * Returns the source line that compiled code came from, or undefined if the compiler itself added the code.
 *
 * @param line of the compiled code, from 1
 * @param column of the compiled code, from 1
 */
export function findSourceLine(table: PositionTable, line: number, column: number): number | undefined {
  return table[line - 1]?.findLast(([from]) => from <= column - 1)?.[1] ?? table[line - 1]?.[0]?.[1];
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Reads the `mappings` of a source map with one source (ECMA-426, Base64 VLQ). */
export function parseMappings(mappings: string): PositionTable {
  let sourceLine = 0;
  return mappings.split(';').map((line) => {
    let column = 0;
    return line
      .split(',')
      .filter((segment) => segment !== '')
      .flatMap((segment) => {
        const [columns = 0, , lines] = parseSegment(segment);
        column += columns;
        if (lines === undefined) return [];
        sourceLine += lines;
        return [[column, sourceLine + 1] as const];
      });
  });
}

function parseSegment(segment: string): readonly number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
