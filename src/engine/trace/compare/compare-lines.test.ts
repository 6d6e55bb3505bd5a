import { expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import { compareLines, type Half } from './compare-lines.ts';

const run = (source: string): Half => ({ source, trace: requireTrace(source) });

/** A generator between its first line and the `main` that drives it; `body` begins on line 2. */
const walk = (body: string): Half =>
  run(`function* walk() {\n${body}\n}\nexport function main() {\n  console.log([...walk()].length);\n}`);

const inOrder = "yield 1;\nfor (const n of [1, 2]) {\n  console.log('n');\n  yield n;\n}";

it.each([
  ['equal programs', inOrder, inOrder],
  ['lines that nothing can be seen of', inOrder, `const first = 1;\n${inOrder}\nconst last = 1;`],
  ['a statement on several lines', inOrder, inOrder.replace('yield n;', 'yield (\n    n\n  );')],
  [
    'a line that only one program comes to',
    inOrder,
    inOrder.replace("  console.log('n');", "  if (n > 2) console.log('no');\n  console.log('n');"),
  ],
])('finds no difference with %s', (_, left, right) => {
  expect(compareLines(walk(left), walk(right))).toBeNull();
});

it.each([
  [
    'one line that is two in the other program',
    'for (const n of [1, 2]) yield n;',
    'yield 1;\nyield 2;',
    { left: 2, right: 3, found: 'line 2 is both line 2 and 3' },
  ],
  [
    'two lines that are one in the other program',
    'yield 1;\nyield 2;',
    'for (const n of [1, 2]) yield n;',
    { left: 3, right: 2, found: 'line 2 and line 3 are both line 2' },
  ],
  [
    'a line that is come to once more',
    'for (const n of [1, 2]) {\n  if (n > 1) yield n;\n}\nyield 3;',
    'for (const n of [1, 2]) {\n  if (n > 1)\n    yield n;\n}\nyield 3;',
    { left: 3, right: 4, found: 'walk comes to line 3 in one and suspends at line 4 in the other' },
  ],
])('tells %s', (_, left, right, found) => {
  expect(compareLines(walk(left), walk(right))).toEqual(found);
});
