import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { threadId } from 'node:worker_threads';
import ts from 'typescript';
import { locateCache } from '../cache/locate-cache.ts';
import type { Libraries } from '../../engine/compile/program-service.ts';

const entries = ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'];

/**
 * Reads the declarations that programs are checked against: those of the language, without the DOM, and those of the scheduler,
 * generated from its sources. About 600 kB of text, the same in every run, so that it can be written to a file for the browser.
 *
 * @param root the project's folder
 */
export function loadLibraries(root: string): Libraries {
  const texts = { ...readLanguage(root), ...keepDeclarations(root, path.join(root, 'src/engine/scheduler')) };
  // Without the indentation the browser loads 1 kB less.
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll(/^ +/gm, '')]));
}

/** The scheduler's declarations. They are generated only after a change of its sources, because that takes two seconds. */
function keepDeclarations(root: string, folder: string): Libraries {
  const hash = createHash('sha256').update(ts.version);
  for (const name of listSources(folder)) hash.update(name).update(readFileSync(path.join(folder, name)));
  const kept = path.join(locateCache(root), `libraries-${hash.digest('hex').slice(0, 16)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Libraries;
  const texts = declareScheduler(folder);
  mkdirSync(path.dirname(kept), { recursive: true });
  // Moved into place as a whole, because several threads of a test run may write it at once.
  const part = `${kept}.${process.pid}-${threadId}`;
  writeFileSync(part, JSON.stringify(texts));
  renameSync(part, kept);
  return texts;
}

function readLanguage(root: string): Libraries {
  const require = createRequire(path.join(root, 'package.json'));
  const folder = path.dirname(require.resolve('typescript'));
  const texts: Record<string, string> = {};
  const take = (name: string): void => {
    if (name in texts) return;
    const text = (texts[name] = readFileSync(path.join(folder, name), 'utf8'));
    for (const [, lib] of text.matchAll(/<reference lib="(.+?)"/g)) take(`lib.${lib ?? ''}.d.ts`);
  };
  for (const name of entries) take(name);
  return texts;
}

function declareScheduler(folder: string): Libraries {
  const program = ts.createProgram(
    listSources(folder).map((name) => path.join(folder, name)),
    {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
      types: [],
      strict: true,
      allowImportingTsExtensions: true,
      declaration: true,
      emitDeclarationOnly: true,
      noCheck: true,
      skipLibCheck: true,
    },
  );
  const texts: Record<string, string> = {};
  program.emit(undefined, (name, text) => {
    texts[`scheduler/${path.relative(folder, name).replaceAll(path.sep, '/')}`] = text;
  });
  return texts;
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => /^([a-z]+\/)?[a-z0-9-]+\.ts$/.test(name) && !/^(dist|node_modules|fixtures)\//.test(name))
    .sort();
}
