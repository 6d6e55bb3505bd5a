import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/** What is bundled, how large it is today at most, and how large it is meant to be; bytes, minified and compressed with brotli. */
export const sizeBudgets = [
  { name: 'everything', code: `export * from '@yieldpoint/scheduler'`, limit: 16_500, goal: 7_500 },
  {
    name: '`{ run, sleep, gather }`',
    code: `export { run, sleep, gather } from '@yieldpoint/scheduler'`,
    limit: 8_900,
    goal: 3_500,
  },
] as const;

/** Bytes of `code` as a page would load it, resolved from `folder`. @throws if it needs anything that browsers lack. */
export async function measureSize(code: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? '').length;
}
