import ts from 'typescript';
import { programName, type ProgramService } from './program-service.ts';

/** Names that fit at a place of a program. */
export type Suggestions = {
  /** Offset of the first character of what the reader has typed of the name. */
  readonly from: number;
  readonly names: readonly Suggestion[];
  /** For the names that are not imported yet: `prefix`, name and `suffix` written at `at` import one. */
  readonly importing: { readonly at: number; readonly prefix: string; readonly suffix: string };
};

export type Suggestion = {
  readonly name: string;
  /** TypeScript's word for it: `function`, `property`, `keyword`. */
  readonly kind: string;
  /** The lower, the nearer: what is declared close by comes first, what has to be imported last. */
  readonly rank: number;
  readonly needsImport?: true;
};

const scheduler = '@yieldpoint/scheduler';
const farthest = 99;
const members: ReadonlySet<string> = new Set<string>([
  ts.ScriptElementKind.memberFunctionElement,
  ts.ScriptElementKind.memberVariableElement,
  ts.ScriptElementKind.memberGetAccessorElement,
]);

/** What fits at an offset of a program: what is in scope, the members of an object, and what the scheduler has to import. */
export function suggest(programs: ProgramService, source: string, at: number): Suggestions | undefined {
  const file = programs.open(source);
  const found = programs.service.getCompletionsAtPosition(programName, at, {});
  if (found === undefined) return undefined;
  const inScope = found.entries
    // The scheduler's own business begins with an underscore; what the program names is the reader's.
    .filter(({ name, kind }) => !(name.startsWith('_') && members.has(kind) && !source.includes(name)))
    .map(({ name, kind, sortText }): Suggestion => ({ name, kind, rank: parseInt(sortText) || farthest }));
  const known = new Set(inScope.map(({ name }) => name));
  // Where everything in scope fits, a value or a type, that which could be imported fits as well.
  const importable = known.has('Promise') ? programs.listExports().filter(({ name }) => !known.has(name)) : [];
  return {
    from: found.optionalReplacementSpan?.start ?? at,
    names: [...inScope, ...importable.map(toImportable)],
    importing: locateImport(file),
  };
}

function toImportable({ name, flags }: ts.Symbol): Suggestion {
  // An export of the entry is an alias of what another file declares; case tells classes from functions well enough.
  const isType = flags & ts.SymbolFlags.Type || /^[A-Z]/.test(name);
  return { name, kind: isType ? 'class' : 'function', rank: farthest, needsImport: true };
}

/** At the end of the braces of the import from the scheduler, or a line of its own before everything. */
function locateImport(file: ts.SourceFile): Suggestions['importing'] {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text !== scheduler || !bindings || !ts.isNamedImports(bindings)) continue;
    if (bindings.parent.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
    const last = bindings.elements.at(-1);
    return last === undefined
      ? { at: bindings.end - 1, prefix: ' ', suffix: ' ' }
      : { at: last.end, prefix: ', ', suffix: '' };
  }
  return { at: 0, prefix: 'import { ', suffix: ` } from '${scheduler}';\n` };
}
