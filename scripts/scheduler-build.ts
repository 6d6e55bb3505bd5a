import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { transformSync } from 'esbuild';
import ts from 'typescript';

const source = path.join(import.meta.dirname, '../src/engine/scheduler');
const entries = ['index', 'lowering'];

/** Members that are internal to the package; `#private` members cost more where the loop is hot. */
const internal = /^_[a-z]/;

/**
 * Builds the published form of `@yieldpoint/scheduler` into a folder: ES modules, their types, README, LICENSE, and a
 * `package.json` of its own. Inside the workspace the package is its TypeScript sources. In the modules internal members get short
 * names, which no minifier would dare to do, and the types do not contain them.
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
  const emitted = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (file, text) => emitted.set(file, text), undefined, false, {
    afterDeclarations: [withoutInternals],
  });
  refuse([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  const shortNames = shortenInternals([...emitted].filter(([file]) => file.endsWith('.js')).map(([, text]) => text));
  for (const [file, text] of emitted) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, file.endsWith('.d.ts') ? asPublishedTypes(file, text) : withShortNames(text, shortNames));
  }
  copyFileSync(path.join(source, 'README.md'), path.join(folder, 'README.md'));
  copyFileSync(path.join(source, '../../../LICENSE'), path.join(folder, 'LICENSE'));
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(publishedManifest(), undefined, 2)}\n`);
}

/** The compiler writes `.js` into imports of modules, but leaves `.ts` in imports of types. */
function asPublishedTypes(file: string, text: string): string {
  const types = text.replaceAll(/(from |import\()(['"]\.[^'"]*)\.ts(['"])/g, '$1$2.js$3');
  const isEntry = entries.includes(path.basename(file, '.d.ts'));
  return isEntry ? `/// <reference lib="esnext.disposable" preserve="true" />\n${types}` : types;
}

/**
 * A short name for every internal member, the commonest in the code first: comments do not count, nor does the order of the modules, so that
 * a change of words leaves the package as it is. The underscore keeps them apart from public names.
 */
function shortenInternals(modules: readonly string[]): Record<string, string> {
  const uses = new Map<string, number>();
  const code = modules.map((text) => transformSync(text).code).join('\n');
  for (const [name] of code.matchAll(/\b_[a-z]\w*/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const names = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
  return Object.fromEntries(names.map((name, index) => [name, `_${index.toString(36)}`]));
}

function withShortNames(code: string, mangleCache: Record<string, string>): string {
  return transformSync(code, { mangleProps: internal, mangleQuoted: true, mangleCache }).code;
}

/** Removes the members from the types that nobody outside the package may use. */
function withoutInternals(context: ts.TransformationContext): (file: ts.SourceFile | ts.Bundle) => ts.SourceFile {
  const visit = (node: ts.Node): ts.Node | undefined =>
    (ts.isClassElement(node) || ts.isTypeElement(node)) && node.name !== undefined && isInternal(node.name)
      ? undefined
      : ts.visitEachChild(node, visit, context);
  return (file) => ts.visitEachChild(file as ts.SourceFile, visit, context);
}

function isInternal(name: ts.PropertyName): boolean {
  return ts.isIdentifier(name) && internal.test(name.text);
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
