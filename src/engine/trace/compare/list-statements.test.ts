import { expect, it } from 'vitest';
import { listStatements } from './list-statements.ts';

it.each([
  ['python', 'a = [\n  1,\n  2,\n]\nb', [1, 1, 1, 1, 5]],
  ['python', 'print("(")\nb', [1, 2]],
  ['python', 'text = """(\n[\n"""\nb', [1, 1, 1, 4]],
  ['python', 'a = 1  # (\nb', [1, 2]],
  ['python', "a = '\\'('\nb", [1, 2]],
  ['typescript', 'call(\n  1,\n);\nb;', [1, 1, 1, 4]],
  ['typescript', 'if (a) {\n  b();\n}', [1, 2, 3]],
  ['typescript', 'call(async () => {\n  b();\n  c(\n    1);\n});\nd;', [1, 2, 3, 3, 5, 6]],
  ['typescript', 'const a = `(\n${b}`;\nc;', [1, 1, 3]],
  ['typescript', "a('('); // (\nb;", [1, 2]],
] as const)('finds where the statements of %s begin: %j', (language, source, firsts) => {
  expect(listStatements(source, language).slice(1)).toEqual(firsts);
});
