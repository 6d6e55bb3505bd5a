import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, transform, type BuildOptions } from 'esbuild';

/** What is bundled, its present limit, and its goal; in bytes, minified and compressed with brotli. */
export const sizeBudgets = [
  { name: 'everything', code: `export * from '@yieldpoint/scheduler'`, limit: 17_970, goal: 7_500 },
  {
    name: '`{ run, sleep, gather }`',
    code: `export { run, sleep, gather } from '@yieldpoint/scheduler'`,
    limit: 8_500,
    goal: 3_500,
  },
] as const;

/** A module of a bundle, and how much smaller the bundle would be without it. */
export type ModuleSize = { readonly name: string; readonly bytes: number };

/** Returns the bytes of `code` as a page would load it, resolved from `folder`. @throws if it needs anything that browsers lack. */
export async function measureSize(code: string, folder: string): Promise<number> {
  return compressedSize(await bundle(code, folder, { minify: true }));
}

/**
 * Returns the cost of each module of the same bundle, the largest first. Their sum is less than the whole, because modules compress
 * together.
 */
export async function measureModules(code: string, folder: string): Promise<ModuleSize[]> {
  const text = await bundle(code, folder, { minifyIdentifiers: true, minifySyntax: true });
  // Each module begins with a comment that is its path; the exports come after the last one.
  const [head = '', ...sections] = text.replace(/^export \{[^}]*\};$/m, '').split(/^(?=\/\/ .*\.js$)/m);
  const sizeOf = async (parts: readonly string[]): Promise<number> =>
    compressedSize((await transform([head, ...parts].join(''), { minifyWhitespace: true })).code);
  const whole = await sizeOf(sections);
  const sizes = sections.map(async (section) => ({
    name: path.basename(section.slice(0, section.indexOf('\n')), '.js'),
    bytes: whole - (await sizeOf(sections.filter((each) => each !== section))),
  }));
  return (await Promise.all(sizes)).sort((a, b) => b.bytes - a.bytes);
}

async function bundle(code: string, folder: string, minify: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    ...minify,
  });
  return outputFiles?.[0]?.text ?? '';
}

function compressedSize(text: string): number {
  return brotliCompressSync(text).length;
}
