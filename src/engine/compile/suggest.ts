import ts from 'typescript';
import { programName, type ProgramService } from './program-service.ts';

/** Names that fit at a place of a program. */
export type Suggestions = {
  /** The offset of the first character that the reader has typed of the name. */
  readonly from: number;
  readonly names: readonly Suggestion[];
  /** For names that are not imported yet: writing `prefix`, name and `suffix` at `at` imports the name. */
  readonly importing: { readonly at: number; readonly prefix: string; readonly suffix: string };
};

export type Suggestion = {
  readonly name: string;
  /** TypeScript's word for it: `function`, `property`, `keyword`. */
  readonly kind: string;
  /** The lower, the nearer: names declared nearby come first, names that have to be imported last. */
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

/** Returns what fits at an offset of a program: names in scope, the members of an object, and names that the scheduler exports. */
export function suggest(programs: ProgramService, source: string, at: number): Suggestions | undefined {
  const file = programs.open(source);
  const found = programs.service.getCompletionsAtPosition(programName, at, {});
  if (found === undefined) return undefined;
  const inScope = found.entries
    // Internal names of the scheduler begin with an underscore; names of the program belong to the reader.
    .filter(({ name, kind }) => !(name.startsWith('_') && members.has(kind) && !source.includes(name)))
    .map(({ name, kind, sortText }): Suggestion => ({ name, kind, rank: parseInt(sortText) || farthest }));
  const known = new Set(inScope.map(({ name }) => name));
  // Where everything in scope fits, a value or a type, names that could be imported fit as well.
  const importable = known.has('Promise') ? programs.listExports().filter(({ name }) => !known.has(name)) : [];
  return {
    from: found.optionalReplacementSpan?.start ?? at,
    names: [...inScope, ...importable.map(toImportable)],
    importing: locateImport(file),
  };
}

function toImportable({ name, flags }: ts.Symbol): Suggestion {
  // An export of the entry is an alias of a declaration in another file. Upper and lower case are enough to distinguish classes
  // from functions.
  const isType = flags & ts.SymbolFlags.Type || /^[A-Z]/.test(name);
  return { name, kind: isType ? 'class' : 'function', rank: farthest, needsImport: true };
}

/** At the end of the braces of the import from the scheduler, or on a new line before everything else. */
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
