import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import type { Finding } from './finding.ts';

/** The most columns in a line of a program; a wide page shows these without scrolling. */
const maxColumns = 92;

/** No line of a program is so long that a reader has to scroll sideways for it. */
export function checkWidths(pairs: readonly DemoPair[]): readonly Finding[] {
  return pairs
    .flatMap(({ typescript, python }) => [typescript, python])
    .flatMap(({ file, source, fileLines }) =>
      source.split('\n').flatMap((line, index) =>
        line.length <= maxColumns
          ? []
          : [
              {
                file,
                line: fileLines[index] ?? index + 1,
                message: `Expected lines of ${maxColumns} columns at most, but got ${line.length}`,
                fix: 'Break the line, or use shorter names.',
              },
            ],
      ),
    );
}
