import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const writer = path.join(import.meta.dirname, 'write-python-snapshot.ts');

/** Takes a snapshot in an engine that has put `added` functions into the table before Pyodide adds its own. */
async function takeSnapshot(folder: string, added: number): Promise<Int32Array> {
  const file = path.join(folder, `${added}.gz`);
  const shift = `data:text/javascript,${encodeURIComponent(`
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...args) => {
      const result = await instantiate(...args);
      (result.instance ?? result).exports.__indirect_function_table?.grow(${added});
      return result;
    };`)}`;
  await promisify(execFile)(process.execPath, ['--import', shift, writer, file]);
  const { buffer } = new Uint8Array(gunzipSync(readFileSync(file)));
  return new Int32Array(buffer);
}

// WebKit puts 972 more functions than V8 into the function table before Python starts. If the memory contained the index of one of
// them, Python would call something else there.
test('no word of a snapshot depends on where an engine puts its functions', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'snapshot-'));
  const added = 1000;
  const [plain, shifted] = await Promise.all([takeSnapshot(folder, 0), takeSnapshot(folder, added)]);
  rmSync(folder, { recursive: true });
  expect(plain.length).toBe(shifted.length);
  const moved = plain.findIndex((word, at) => shifted[at] === word + added);
  expect(moved).toBe(-1);
});
