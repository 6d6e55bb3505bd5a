import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';
import { digestFiles } from '../cache/digest-files.ts';
import { keep } from '../cache/keep.ts';
import { listPaths } from '../cache/list-paths.ts';
import { isFixed, type BuildFiles } from '../../engine/page/build-files.ts';

/** Scripts up to this compressed size are cached from the start; larger ones when they are first used. */
const coreBytes = 40_000;
const corePages = ['sandbox.html', 'sandbox-python.html', 'search/sections.json'];

/**
 * Writes `service-worker.js` for the built site; with `SERVICE_WORKER=retired`, writes the one that removes all service workers.
 */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const isRetired = process.env['SERVICE_WORKER'] === 'retired';
        const script = isRetired
          ? await bundle('retired-worker.ts')
          : `const buildFiles = ${JSON.stringify(await describeBuild(dist))};\n${await bundle('worker.ts')}`;
        writeFileSync(path.join(dist, 'service-worker.js'), script);
      },
    },
  };
}

/** Reads the built files. The same files give the same hash. */
export async function describeBuild(dist: string): Promise<BuildFiles> {
  const files = listPaths(dist).filter((file) => file !== 'service-worker.js');
  const fixed = files.filter(isFixed);
  // No script compresses to less than a tenth, and compressing the largest one took 19 s of a build.
  const isSmall = async (file: string): Promise<boolean> => {
    const text = readFileSync(path.join(dist, file));
    if (text.length > 10 * coreBytes) return false;
    const size = await keep('compressed-size', [text.toString()], () => String(brotliCompressSync(text).length));
    return Number(size) <= coreBytes;
  };
  const small: string[] = [];
  for (const file of fixed) if (/^_astro\/.*\.js$/.test(file) && (await isSmall(file))) small.push(file);
  return {
    build: digestFiles(dist, files).slice(0, 16),
    core: [...small, ...corePages.filter((file) => files.includes(file))],
    fixed,
  };
}

async function bundle(entry: string): Promise<string> {
  const bundle = await rolldown({ input: path.resolve('src/browser/offline', entry), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false });
  await bundle.close();
  return output[0].code;
}
