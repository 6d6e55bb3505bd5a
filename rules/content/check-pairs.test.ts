import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import { parseProgram } from '../../src/build/demos/parse-program.ts';
import { checkPairs } from './check-pairs.ts';
import { formatFinding } from './finding.ts';

const root = path.resolve(import.meta.dirname, '../..');

const sleeps = `import { sleep } from '@yieldpoint/scheduler';

export async function main() {
  await sleep(1);
  console.log('one');
}
`;
const python = `import asyncio

async def main():
    await asyncio.sleep(1)
    print("one")

asyncio.run(main())
`;

function pair(name: string, typescript: string, py: string, front = '// title: A'): DemoPair {
  const read = (ending: string, text: string): ReturnType<typeof parseProgram> & { readonly file: string } => {
    const file = `content/articles/one/${name}.${ending}`;
    return { file, ...parseProgram(file, text) };
  };
  const ours = read('ts', `${front}\n\n${typescript}`);
  return { id: `one/${name}`, article: 'one', name, front: ours.front, typescript: ours, python: read('py', py) };
}

describe('checkPairs', () => {
  it(
    'returns one finding for each faulty pair, and leaves programs that do not compile to another rule',
    { timeout: 240_000 },
    async () => {
      const endless = `export function main() {\n  for (;;) [1].sort();\n}\n`;
      const findings = await checkPairs(
        root,
        [
          pair('right', sleeps, python),
          pair('types', sleeps.replace('sleep(1)', "sleep('1')"), python),
          pair('endless', endless, python),
          pair('endless-python', sleeps, python.replace('await asyncio.sleep(1)', 'while True: pass')),
          pair('endless-call', sleeps, python.replace('await asyncio.sleep(1)', 'sum(range(10**12))')),
          pair('imports', sleeps, `import elsewhere\n${python}`),
          pair('ends-python', sleeps, `import os\n${python}os._exit(3)\n`),
          pair('wrong-import', sleeps.replaceAll('sleep', 'slep'), python),
          pair('python-syntax', sleeps, python.replace('def main():', 'def main(:')),
          pair('throws', sleeps.replace("console.log('one')", "throw new Error('gone.')"), python),
          pair('differs', sleeps, python.replace('"one"', '"two"')),
          pair('excepted', sleeps, python, '// title: A\n// parity: none the words differ'),
          pair('syntax', 'export function main( {', python),
          pair(
            'lines',
            sleeps.replace('console', 'for (const _ of [1, 2]) console'),
            python.replace(/ +print.+/, '$&\n$&'),
          ),
          pair('lines-excepted', sleeps, python, '// title: A\n// lines: the lines differ'),
        ],
        3000,
      );
      // Without the versions, because they change.
      expect(findings.map((finding) => formatFinding(finding).replaceAll(/ \d+\.\d+\.\d+:/g, ':'))).toEqual([
        "content/articles/one/types.ts:6: Expected no type error, but got: Argument of type 'string' is not assignable to parameter of type 'number'. Fix the program; the page checks types as the reader edits.",
        'content/articles/one/endless.ts:4: Expected the program to end, but it reached the limit of 2.4 s of time. Give its loops an end.',
        'content/articles/one/endless-python.py:4: Expected the program to end, but it reached the limit of 2.4 s of time. Give its loops an end.',
        'content/articles/one/endless-call.py:4: Expected the program to end, but it reached the limit of 2.4 s of time. Give its loops an end.',
        'content/articles/one/imports.py:1: Expected the program to run to its end, as the TypeScript half does, but it raised ModuleNotFoundError: No module named \'elsewhere\'. Fix it; "npm run demo -- one/imports" shows both runs.',
        'content/articles/one/ends-python.py:9: Expected the program to run to its end, as the TypeScript half does, but it raised SystemExit: 3. Fix it; "npm run demo -- one/ends-python" shows both runs.',
        "content/articles/one/wrong-import.ts:3: Expected no type error, but got: '\"@yieldpoint/scheduler\"' has no exported member named 'slep'. Did you mean 'sleep'? Fix the program; the page checks types as the reader edits.",
        'content/articles/one/python-syntax.py:3: Expected the program to run to its end, as the TypeScript half does, but it raised SyntaxError: invalid syntax. Fix it; "npm run demo -- one/python-syntax" shows both runs.',
        'content/articles/one/throws.ts:7: Expected the program to run to its end, as CPython does, but it raised Error: gone. Fix it; "npm run demo -- one/throws" shows both runs.',
        'content/articles/one/differs.py:5: Expected CPython to do the same, but it does not: Line 1 differs. @yieldpoint/scheduler: prints "one" at 1 s. CPython: prints "two" at 1 s. Type "npm run demo -- one/differs" to see both; fix one half, or say "parity: none" and why in the front block.',
        'content/articles/one/excepted.ts:1: Expected the two runs to differ, as "parity: none" says, but they do the same. Take the line "parity" out of the front block.',
        'content/articles/one/lines.ts:7: Expected the lines of both programs, counted without their front blocks, to run in the same order, but line 5 is both line 5 and 6. Give both halves the same lines in the same order, or say why not in the front block: "lines: …".',
        'content/articles/one/lines-excepted.ts:1: Expected the lines of the two programs to run in another order, as "lines" says, but they run in the same. Take the line "lines" out of the front block.',
      ]);
    },
  );

  it('names the limit of a program that lets others run and never ends', { timeout: 240_000 }, async () => {
    const starving = python.replace('await asyncio.sleep(1)', 'while True: await asyncio.sleep(0)');
    // Enough time to reach the limit of iterations on a busy machine.
    const findings = await checkPairs(root, [pair('starving', sleeps, starving)], 200_000);
    expect(findings.map(formatFinding)).toEqual([
      'content/articles/one/starving.py:4: Expected the program to end, but it reached the limit of iterations. Give its loops an end.',
    ]);
  });

  it('starts nothing if there is no pair', async () => {
    expect(await checkPairs('/nowhere', [])).toEqual([]);
  });
});
