import ts from 'typescript';
import { type SourceError, toSourceErrors } from './source-error.ts';

/**
 * What programs are checked against, as text by file name: TypeScript's `lib.*.d.ts` under their own names, and the
 * scheduler's declarations under `scheduler/` with `scheduler/index.d.ts` as entry.
 */
export type Libraries = Readonly<Record<string, string>>;

/** Checks programs one after another; what it knows of the libraries stays warm in between. */
export type TypeChecker = {
  /** Syntax and type errors of a program, in the order of the text. */
  check(source: string): readonly SourceError[];
};

/** What a program finds besides the language and the scheduler. */
const globals = `
interface Console { debug(...values: unknown[]): void; error(...values: unknown[]): void; info(...values: unknown[]): void;
  log(...values: unknown[]): void; warn(...values: unknown[]): void }
declare var console: Console;
`;

/** Makes a checker. The first check takes the libraries in; those that follow take a small part of that time. */
export function createTypeChecker(libraries: Libraries): TypeChecker {
  const texts = new Map([
    ...Object.entries(libraries).map(([name, text]) => [`/${name}`, text] as const),
    ['/globals.d.ts', globals],
  ]);
  const names = Object.keys(libraries);
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, lib: names.filter((name) => name.startsWith('lib.')) }),
    getScriptFileNames: () => ['/globals.d.ts', programName],
    getScriptVersion: (name) => (name === programName ? String(version) : '0'),
    getScriptSnapshot: (name) => {
      const text = texts.get(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.d.ts',
    fileExists: (name) => texts.has(name),
    readFile: (name) => texts.get(name),
    directoryExists: () => true,
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map(({ text }) => ({ resolvedModule: resolve(text, containing, texts) })),
  });
  return {
    check(source) {
      texts.set(programName, source);
      version++;
      const file = service.getProgram()?.getSourceFile(programName);
      if (file === undefined)
        throw new Error(`Expected TypeScript to read ${programName}, but it did not. Report this.`);
      const syntax = service.getSyntacticDiagnostics(programName);
      return toSourceErrors(file, syntax.length > 0 ? syntax : service.getSemanticDiagnostics(programName));
    },
  };
}

const programName = '/program.ts';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  types: [],
};

function resolve(
  specifier: string,
  containing: string,
  texts: ReadonlyMap<string, string>,
): ts.ResolvedModuleFull | undefined {
  const path = specifier === '@yieldpoint/scheduler' ? '/scheduler/index.d.ts' : resolveRelative(specifier, containing);
  return texts.has(path)
    ? { resolvedFileName: path, extension: ts.Extension.Dts, isExternalLibraryImport: true }
    : undefined;
}

/** `./task.ts` in `/scheduler/index.d.ts` is `/scheduler/task.d.ts`. */
function resolveRelative(specifier: string, containing: string): string {
  const folder = containing.slice(0, containing.lastIndexOf('/'));
  return `${folder}/${specifier.replace(/^\.\//, '').replace(/\.[jt]s$/, '')}.d.ts`;
}
