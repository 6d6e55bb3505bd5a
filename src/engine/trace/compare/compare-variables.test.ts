import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { Trace } from '../event/events.ts';
import { compareVariables } from './compare-variables.ts';

function run(body: string): Trace {
  return requireTrace(`function* work(inStock: number) {
${body}
}
export function main() {
  return [...work(3)].length;
}`);
}

const twoLists = 'const found = [1, 2];\nyield found;\nfound.push(3);\nyield found;';

describe('what suspended frames keep', () => {
  it.each([
    ['equal values', twoLists, twoLists],
    ['a variable that one of them does not have', twoLists, `const other = 1;\n${twoLists}`],
    [
      'the same name in the spelling of the other language',
      'const on_hand = 1;\nyield 1;',
      'const onHand = 1;\nyield 1;',
    ],
    [
      'a map and an object with the same entries',
      "const kept = new Map([['a', 1]]);\nyield 1;",
      'const kept = { a: 1 };\nyield 1;',
    ],
    ['functions', 'const call = [() => 1];\nyield 1;', 'const call = [() => 2];\nyield 1;'],
  ])('is the same with %s', (_, left, right) => {
    expect(compareVariables(run(left), run(right))).toBeNull();
  });

  it.each([
    ['another value', twoLists, twoLists.replace('push(3)', 'push(4)'), 'work 2 found: [1, 2, 3] / [1, 2, 4]'],
    ['another type', 'const kept = 1;\nyield 1;', "const kept = '1';\nyield 1;", "work 1 kept: 1 / '1'"],
    ['one suspension more', 'yield 1;', 'yield 1;\nyield 2;', 'work 0 : 1 suspensions / 2 suspensions'],
    [
      'an entry more',
      'const kept = { a: 1 };\nyield 1;',
      'const kept = { a: 1, b: 2 };\nyield 1;',
      'work 1 kept: { a: 1 } / { a: 1, b: 2 }',
    ],
  ])('differs by %s', (_, left, right, told) => {
    const found = compareVariables(run(left), run(right));
    expect(found && `${found.frame} ${found.suspension} ${found.name}: ${found.left} / ${found.right}`).toBe(told);
  });
});
