import ts from 'typescript';

/**
 * The declarations that programs are checked against, as text by file name: TypeScript's `lib.*.d.ts` under their own names, and
 * the scheduler's under `scheduler/`, with `scheduler/index.d.ts` as entry.
 */
export type Libraries = Readonly<Record<string, string>>;

/** TypeScript's language service, open on one program after another; its knowledge of the libraries is reused. */
export type ProgramService = {
  readonly service: ts.LanguageService;
  /** Replaces the text, and returns it parsed. */
  open(source: string): ts.SourceFile;
  /** What a program can import from the scheduler. */
  listExports(): readonly ts.Symbol[];
};

/** The name of the program's file in the service. */
export const programName = '/program.ts';

/** What a program has besides the language and the scheduler. */
const globals = `
interface Console { debug(...values: unknown[]): void; error(...values: unknown[]): void; info(...values: unknown[]): void;
  log(...values: unknown[]): void; warn(...values: unknown[]): void }
declare var console: Console;
`;

const schedulerEntry = '/scheduler/index.d.ts';

/** Makes a service. The first request loads the libraries; later ones take a small part of that time. */
export function createProgramService(libraries: Libraries): ProgramService {
  const texts = new Map([
    ...Object.entries(libraries).map(([name, text]) => [`/${name}`, text] as const),
    ['/globals.d.ts', globals],
  ]);
  const names = Object.keys(libraries);
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, lib: names.filter((name) => name.startsWith('lib.')) }),
    getScriptFileNames: () => ['/globals.d.ts', schedulerEntry, programName],
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
  const read = (name: string): ts.SourceFile => {
    const file = service.getProgram()?.getSourceFile(name);
    if (file === undefined) throw new Error(`Expected TypeScript to read ${name}, but it did not. Report this.`);
    return file;
  };
  return {
    service,
    open(source) {
      if (texts.get(programName) !== source) {
        texts.set(programName, source);
        version++;
      }
      return read(programName);
    },
    listExports() {
      const checker = service.getProgram()?.getTypeChecker();
      const module = checker?.getSymbolAtLocation(read(schedulerEntry));
      return module === undefined ? [] : (checker?.getExportsOfModule(module) ?? []);
    },
  };
}

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
  const path = specifier === '@yieldpoint/scheduler' ? schedulerEntry : resolveRelative(specifier, containing);
  return texts.has(path)
    ? { resolvedFileName: path, extension: ts.Extension.Dts, isExternalLibraryImport: true }
    : undefined;
}

/** `../tasks/task.ts` in `/scheduler/loop/run.d.ts` is `/scheduler/tasks/task.d.ts`. */
function resolveRelative(specifier: string, containing: string): string {
  return new URL(specifier, `file://${containing}`).pathname.replace(/\.[jt]s$/, '.d.ts');
}
