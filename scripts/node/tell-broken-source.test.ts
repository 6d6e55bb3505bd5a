import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(root, 'scripts/node/.broken-'));
const name = path.relative(root, folder).replaceAll('\\', '/');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The output of a command whose entry imports `broken.ts`. */
function run(broken: string): { readonly said: string; readonly status: number | null } {
  writeFileSync(path.join(folder, 'broken.ts'), broken);
  writeFileSync(path.join(folder, 'entry.ts'), "import './broken.ts';\n");
  const { stderr, status } = spawnSync(
    process.execPath,
    ['-r', './scripts/node/require.cjs', path.join(folder, 'entry.ts')],
    { cwd: root, encoding: 'utf8' },
  );
  return { said: stderr.trim(), status };
}

describe('a command whose source is broken', () => {
  it.each([
    [
      'a syntax error',
      'const a = 1;\nexport const b = ;\n',
      'broken.ts:2: Expected a module that Node can load, but got: Expression expected. Fix the line.',
    ],
    [
      'a name that is not exported',
      "import { join, jin } from 'node:path';\njoin(jin);\n",
      "broken.ts:1: Expected a module that Node can load, but got: The requested module 'node:path' does not provide an export named 'jin'. Fix the line.",
    ],
    [
      'a name that is nowhere',
      'const a = 1;\nexport const b = a + c;\n',
      'broken.ts:2: Expected a module that Node can load, but got: c is not defined. Fix the line.',
    ],
    [
      'a file that is not there',
      "import './gone.ts';\n",
      'broken.ts: Expected what it imports to be there, but there is no NAME/gone.ts. Correct the import, or add the file.',
    ],
  ])('says in one line where: %s', (_, source, message) => {
    const { said, status } = run(source);
    expect(status).toBe(1);
    expect(said).toBe(`${name}/${message.replace('NAME', name)}`);
  });

  it('leaves the errors of a thread to the code that started it', () => {
    const source = [
      "import { Worker } from 'node:worker_threads';",
      "new Worker('throw new Error(\"in the thread\")', { eval: true }).on('error', ({ message }) => {",
      '  console.error(`heard: ${message}`);',
      '  process.exitCode = 3;',
      '});',
    ].join('\n');
    expect(run(`${source}\n`)).toEqual({ said: 'heard: in the thread', status: 3 });
  });

  it('prints only the message of an error whose stack is its message', () => {
    const source = "const error = new Error('a.py:3: Expected Python.');\nerror.stack = error.message;\nthrow error;\n";
    expect(run(source)).toEqual({ said: 'a.py:3: Expected Python.', status: 1 });
  });

  it('keeps the stack of an error of another kind', () => {
    expect(run("throw new Error('boom');\n")).toEqual({
      said: expect.stringMatching(/Error: boom\n\s+at .*broken\.ts/) as string,
      status: 1,
    });
  });
});
