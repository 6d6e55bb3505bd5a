import ts from 'typescript';
import { programName, type ProgramService } from './program-service.ts';

/** An explanation of a name: its type as TypeScript writes it, and its documentation. */
export type Explanation = {
  /** Offset and length of the name in the program. */
  readonly from: number;
  readonly length: number;
  /** Such as `function sleep(delay: number): Coroutine<void>`. */
  readonly type: string;
  /** Plain text; empty if there is none. */
  readonly documentation: string;
};

/** Explains the name at an offset of a program. */
export function explain(programs: ProgramService, source: string, at: number): Explanation | undefined {
  programs.open(source);
  const info = programs.service.getQuickInfoAtPosition(programName, at);
  if (info === undefined) return undefined;
  const { textSpan, displayParts, documentation } = info;
  return { from: textSpan.start, length: textSpan.length, ...toTexts(displayParts, documentation) };
}

/** Explains a name that `suggest` has suggested for the offset. */
export function explainSuggestion(
  programs: ProgramService,
  source: string,
  at: number,
  name: string,
): Explanation | undefined {
  programs.open(source);
  const span = { from: at, length: 0 };
  const { service } = programs;
  const details = service.getCompletionEntryDetails(programName, at, name, {}, undefined, {}, undefined);
  if (details !== undefined) return { ...span, ...toTexts(details.displayParts, details.documentation) };
  const checker = service.getProgram()?.getTypeChecker();
  const exported = programs.listExports().find((symbol) => symbol.name === name);
  if (checker === undefined || exported === undefined) return undefined;
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const documentation = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return { ...span, type: writeExport(checker, symbol), documentation };
}

/** `function gather(…): … (+1 overload)`, or `class Lock`. */
function writeExport(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  if (symbol.flags & ts.SymbolFlags.Class) return `class ${symbol.name}`;
  if (symbol.valueDeclaration === undefined) return `type ${symbol.name}`;
  const type = checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
  const [signature, ...more] = type.getCallSignatures();
  if (signature === undefined) return `const ${symbol.name}: ${checker.typeToString(type)}`;
  const overloads = more.length === 0 ? '' : ` (+${more.length} overload${more.length === 1 ? '' : 's'})`;
  return `function ${symbol.name}${checker.signatureToString(signature)}${overloads}`;
}

function toTexts(
  type: readonly ts.SymbolDisplayPart[] | undefined,
  documentation: readonly ts.SymbolDisplayPart[] | undefined,
): Pick<Explanation, 'type' | 'documentation'> {
  // For an imported name TypeScript's text begins and ends by saying that it is imported.
  const text = ts.displayPartsToString([...(type ?? [])]).replace(/^\(alias\) ([^]*)\nimport .*$/, '$1');
  return { type: text, documentation: ts.displayPartsToString([...(documentation ?? [])]).trim() };
}
