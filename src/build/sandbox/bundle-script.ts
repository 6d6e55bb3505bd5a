import path from 'node:path';
import { keep } from '../cache/keep.ts';

/**
 * Bundles a module of this folder with all its imports into one classic script and returns it.
 *
 * @param entry such as `frame/typescript-frame.ts`
 */
export function bundleScript(entry: string): Promise<string> {
  return keep('sandbox-script', [entry], () => bundle(entry));
}

async function bundle(entry: string): Promise<string> {
  const { rolldown } = await import('rolldown');
  // Astro runs in the project's folder; this module has been bundled by then and is somewhere else.
  const bundle = await rolldown({
    input: path.resolve('src/browser/sandbox', entry),
    platform: 'browser',
    treeshake: { moduleSideEffects: (id) => id.includes('/browser/sandbox/') },
  });
  // Programs can print class names and see them in errors, so they must stay: Lock, not a letter.
  const { output } = await bundle.generate({ format: 'iife', minify: true, keepNames: true, comments: false });
  await bundle.close();
  const [script, ...others] = output;
  if (others.length > 0) throw new Error(`Expected ${entry} to make one script, but got ${output.length} files.`);
  return script.code;
}
