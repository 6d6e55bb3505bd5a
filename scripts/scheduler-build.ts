import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import ts from 'typescript';

const source = path.join(import.meta.dirname, '../src/scheduler');
const entries = ['index', 'lowering'];

/**
 * Builds the published form of `@yieldpoint/scheduler` into a folder: ES modules, their types, README, LICENSE, and a `package.json`
 * of its own. Inside the workspace the package is its TypeScript sources.
 *
 * @throws Error with the compiler's messages.
 */
export function buildScheduler(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const program = ts.createProgram({
    rootNames: entries.map((name) => path.join(source, `${name}.ts`)),
    options: {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      rewriteRelativeImportExtensions: true,
      useDefineForClassFields: false,
      declaration: true,
      strict: true,
      types: [],
      rootDir: source,
      outDir: folder,
    },
  });
  const { diagnostics } = program.emit(undefined, (file, text) => writeFileSync(file, asPublished(file, text)));
  refuse([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  copyFileSync(path.join(source, 'README.md'), path.join(folder, 'README.md'));
  copyFileSync(path.join(source, '../../LICENSE'), path.join(folder, 'LICENSE'));
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(publishedManifest(), undefined, 2)}\n`);
}

/** The compiler writes `.js` into modules, but leaves the `.ts` of imports in their types. */
function asPublished(file: string, text: string): string {
  if (!file.endsWith('.d.ts')) return text;
  const types = text.replaceAll(/(from |import\()(['"]\.[^'"]*)\.ts(['"])/g, '$1$2.js$3');
  const isEntry = entries.includes(path.basename(file, '.d.ts'));
  return isEntry ? `/// <reference lib="esnext.disposable" preserve="true" />\n${types}` : types;
}

function publishedManifest(): object {
  const { name, version, description, license, type, sideEffects, engines } = JSON.parse(
    readFileSync(path.join(source, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const exports = Object.fromEntries(
    entries.map((entry) => [
      entry === 'index' ? '.' : `./${entry}`,
      { types: `./${entry}.d.ts`, default: `./${entry}.js` },
    ]),
  );
  return { name, version, description, license, type, sideEffects, engines, exports };
}

function refuse(diagnostics: readonly ts.Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const host = {
    getCurrentDirectory: () => source,
    getCanonicalFileName: (name: string) => name,
    getNewLine: () => '\n',
  };
  throw new Error(`The scheduler does not compile:\n${ts.formatDiagnostics(diagnostics, host)}`);
}

if (process.argv[1] === import.meta.filename) buildScheduler(path.join(source, 'dist'));
