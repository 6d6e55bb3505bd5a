import ts from 'typescript';
import { announceFrames } from './announce-frames.ts';
import { announceLines, type Following } from './announce-lines.ts';
import { findMain } from './find-main.ts';
import { findForbiddenImports } from './find-forbidden-imports.ts';
import { findForeignText } from './find-foreign-text.ts';
import { insertAfterPrologue } from './insert-after-prologue.ts';
import { lowerAsync, loweringModule, takeHelpers } from './lower-async.ts';
import { mainKey } from './main-key.ts';
import { type PositionTable, parseMappings } from './position-table.ts';
import { createProbeNames, type ProbeNames } from './probe-names.ts';
import { probesModule } from './probes.ts';
import { nameHelpers, renameHelpers } from './readable-helpers.ts';
import { refuseHost } from './refuse-host.ts';
import { type SourceError, topLevelAwait, toSourceErrors } from './source-error.ts';

export type CompileOptions = {
  /**
   * Whether the code reports what it does to the module `yieldpoint:probes`: all functions with their lines and variables (`full`,
   * the default), only functions that can suspend and their lines (`frames`), or nothing (`false`).
   */
  readonly instrument?: Following | false;
  /**
   * `commonjs` (the default) runs wherever there are `require`, `exports` and `console`, without `import()`. `module` is for
   * reading; its helpers have names that say what they do.
   */
  readonly format?: 'commonjs' | 'module';
};

export type Compiled =
  | { readonly kind: 'compiled'; readonly code: string; readonly positions: PositionTable }
  /** At least one error, in the order of the text. */
  | { readonly kind: 'rejected'; readonly errors: readonly SourceError[] };

/**
 * Turns a TypeScript program into JavaScript for the scheduler: types erased, `async`/`await`, `async function*`, `for await` and
 * `await using` lowered to generators and calls of `@yieldpoint/scheduler/lowering`, everything else unchanged.
 *
 * Types are not checked (see `createTypeChecker`); a text that is not TypeScript, or that imports anything but the scheduler, is
 * rejected.
 */
export function compile(source: string, options: CompileOptions = {}): Compiled {
  const { instrument = 'full', format = 'commonjs' } = options;
  const program = createProgram(source, format);
  const file = program.getSourceFile(fileName);
  if (file === undefined) throw new Error(`Expected TypeScript to parse ${fileName}, but it did not. Report this.`);
  const errors = findErrors(program, file);
  if (errors.length > 0) return { kind: 'rejected', errors };
  return {
    kind: 'compiled',
    ...emit(program, file, format, instrument && { names: createProbeNames(), following: instrument }),
  };
}

const fileName = 'program.ts';

function createProgram(source: string, format: 'commonjs' | 'module'): ts.Program {
  const file = ts.createSourceFile(fileName, source, { languageVersion: ts.ScriptTarget.ESNext }, true);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === fileName ? file : undefined),
    fileExists: (name) => name === fileName,
    readFile: () => undefined,
    writeFile: () => undefined,
    getDefaultLibFileName: () => 'lib.d.ts',
    useCaseSensitiveFileNames: () => true,
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => '',
    getNewLine: () => '\n',
  };
  return ts.createProgram([fileName], compilerOptions(format), host);
}

const compilerOptions = (format: 'commonjs' | 'module'): ts.CompilerOptions => ({
  // What no browser runs yet is lowered as well: decorators and accessor.
  target: ts.ScriptTarget.ES2024,
  module: format === 'commonjs' ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  isolatedModules: true,
  noLib: true,
  noResolve: true,
  sourceMap: true,
  types: [],
});

/** Errors that need no types: syntax, imports, and those rules of the grammar that TypeScript checks only together with types. */
function findErrors(program: ts.Program, file: ts.SourceFile): readonly SourceError[] {
  const syntax = toSourceErrors(file, program.getSyntacticDiagnostics(file));
  const foreign = findForeignText(file, syntax);
  if (foreign !== undefined) return [foreign];
  const errors = [...syntax, ...findForbiddenImports(file)];
  if (errors.length > 0) return errors.sort((a, b) => a.line - b.line || a.column - b.column);
  return toSourceErrors(
    file,
    program.getSemanticDiagnostics(file).filter(({ code }) => grammar.has(code)),
  );
}

/**
 * TypeScript's codes for code that no engine would run: `await`, `yield`, `return`, `break` and `continue` where they are not
 * allowed, reserved words, names declared twice. Other errors of the checker are reliable only with the libraries.
 */
const grammar: ReadonlySet<number> = new Set([
  ...topLevelAwait,
  ...[1308, 1103, 1163, 1108, 1104, 1105, 1107, 1115, 1116],
  ...[1100, 1101, 1102, 1111, 1113, 1114, 1155, 1182, 1188, 1189, 1190, 1197, 1210, 1212, 1213, 1214, 1312, 1343],
  ...[2300, 2441, 2451, 2852, 18016],
]);

function emit(
  program: ts.Program,
  file: ts.SourceFile,
  format: 'commonjs' | 'module',
  probes: Probing | false,
): { code: string; positions: PositionTable } {
  const main = format === 'commonjs' ? findMain(file, program.getTypeChecker()) : undefined;
  let [code, map] = ['', '{"mappings":""}'];
  program.emit(
    undefined,
    (name, text) => {
      if (name.endsWith('.map')) map = text;
      else code = text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
    },
    undefined,
    false,
    {
      before: probes
        ? [announceLines(probes.names, probes.following), refuseHost(probes.names, program.getTypeChecker())]
        : [],
      after: [
        ...lowerAsync,
        ...(probes ? [announceFrames(probes.names, probes.following)] : []),
        importRuntime(format, probes),
      ],
    },
  );
  if (main !== undefined) code += `exports[${JSON.stringify(mainKey)}] = ${main};\n`;
  const { mappings } = JSON.parse(map) as { mappings: string };
  return { code, positions: parseMappings(mappings) };
}

/** How code is instrumented: the names of its probes, and what they follow. */
type Probing = { readonly names: ProbeNames; readonly following: Following };

/** Imports the functions that lowered and instrumented code calls from their modules. */
function importRuntime(format: 'commonjs' | 'module', probing: Probing | false): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const take = format === 'commonjs' ? requireNames : importNames;
    const renamed: ReadonlyMap<string, string> = format === 'commonjs' ? new Map() : nameHelpers(file);
    const helpers = takeHelpers(file).map((name): Taken => {
      const own = factory.createIdentifier(name);
      const local = renamed.get(name);
      return local === undefined ? { local: own } : { exported: own, local: factory.createIdentifier(local) };
    });
    const added = [];
    if (helpers.length > 0) added.push(take(factory, helpers, loweringModule));
    if (probing) {
      const { names, following } = probing;
      const probes = { exported: factory.createIdentifier('probes'), local: names.probes };
      added.push(take(factory, [probes], probesModule));
      if (following === 'full') added.push(takeModuleFrame(factory, names));
    }
    return insertAfterPrologue(factory, renameHelpers(context, file, renamed), added);
  };
}

/** `const frame = probes.module`: the frame to which the statements outside all functions announce themselves. */
function takeModuleFrame(factory: ts.NodeFactory, { probes, frameAt }: ProbeNames): ts.Statement {
  const module = factory.createPropertyAccessExpression(probes, 'module');
  const declaration = factory.createVariableDeclaration(frameAt(0), undefined, undefined, module);
  const list = factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const);
  return factory.createVariableStatement(undefined, list);
}

type Taken = { readonly exported?: ts.Identifier; readonly local: ts.Identifier };
type TakeNames = (factory: ts.NodeFactory, taken: readonly Taken[], from: string) => ts.Statement;

const requireNames: TakeNames = (factory, taken, from) => {
  const required = factory.createCallExpression(factory.createIdentifier('require'), undefined, [
    factory.createStringLiteral(from),
  ]);
  const elements = taken.map(({ exported, local }) => factory.createBindingElement(undefined, exported, local));
  const declaration = factory.createVariableDeclaration(
    factory.createObjectBindingPattern(elements),
    undefined,
    undefined,
    required,
  );
  return factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const),
  );
};

const importNames: TakeNames = (factory, taken, from) => {
  const specifiers = taken.map(({ exported, local }) => factory.createImportSpecifier(false, exported, local));
  const clause = factory.createImportClause(undefined, undefined, factory.createNamedImports(specifiers));
  return factory.createImportDeclaration(undefined, clause, factory.createStringLiteral(from));
};
