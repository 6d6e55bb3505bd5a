import path from 'node:path';
import { format } from 'prettier';
import ts from 'typescript';
import { readDocComment, type DocComment } from './_read-doc-comment.ts';

/** An exported name, with its declaration and doc comment. */
export type ApiEntry = DocComment & {
  readonly name: string;
  /** The declarations without bodies, overloads one after the other. */
  readonly signature: string;
  /** For a class: its public members, in the order of the source, without private or internal ones. */
  readonly members: readonly ApiMember[];
  /** File and line of the first declaration, from the root of the repository. */
  readonly source: string;
};

export type ApiMember = DocComment & { readonly name: string; readonly signatures: readonly string[] };

/**
 * Every name that a module exports, in the order of its exports.
 *
 * @throws Error for an export with an unknown kind of declaration.
 */
export async function readApi(file: string): Promise<readonly ApiEntry[]> {
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    // Declarations are shown as written, without checking the library's types.
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const module = program.getSourceFile(file);
  const symbol = module && checker.getSymbolAtLocation(module);
  if (symbol === undefined) throw new Error(`Expected ${file} to export something, but it does not.`);
  return Promise.all(checker.getExportsOfModule(symbol).map((exported) => readEntry(checker, exported)));
}

async function readEntry(checker: ts.TypeChecker, exported: ts.Symbol): Promise<ApiEntry> {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declarations = withoutImplementation(symbol.declarations ?? []);
  const [first] = declarations;
  if (first === undefined) throw new Error(`Expected ${exported.name} to be declared, but it is not.`);
  const signature = declarations.map((declaration) => signatureOf(checker, declaration)).join('\n');
  const file = first.getSourceFile();
  const line = file.getLineAndCharacterOfPosition(first.getStart()).line + 1;
  return {
    name: exported.name,
    signature: (await pretty(exported.name, signature)).replaceAll(/^declare /gm, '').replace(/ \{\}$/, ''),
    members: ts.isClassDeclaration(first) ? membersOf(first) : [],
    source: `${path.relative(process.cwd(), file.fileName)}:${line}`,
    ...readDocComment(declarations),
  };
}

async function pretty(name: string, signature: string): Promise<string> {
  try {
    const text = await format(signature, { parser: 'typescript', printWidth: 72, singleQuote: true });
    return text.trimEnd();
  } catch (cause) {
    throw new Error(`Expected the declaration of ${name} to be TypeScript, but got ${signature}`, { cause });
  }
}

/** The last declaration of an overloaded function is its implementation, which nobody can call. */
function withoutImplementation<T extends ts.Declaration>(declarations: readonly T[]): readonly T[] {
  const overloads = declarations.filter((each) => ts.isFunctionLike(each) && !('body' in each && each.body));
  return overloads.length > 0 ? overloads : declarations;
}

function signatureOf(checker: ts.TypeChecker, declaration: ts.Declaration): string {
  if (ts.isFunctionDeclaration(declaration)) return `declare ${withoutBody(declaration)};`;
  if (ts.isClassDeclaration(declaration)) return `declare ${headOf(declaration)} {}`;
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
    return declaration.getText().replace(/^export /, '');
  }
  if (ts.isVariableDeclaration(declaration)) {
    return `declare const ${declaration.name.getText()}: ${checker.typeToString(checker.getTypeAtLocation(declaration))};`;
  }
  throw new Error(`Expected a function, class, type or constant, but got ${ts.SyntaxKind[declaration.kind]}.`);
}

function withoutBody(declaration: ts.FunctionLikeDeclaration): string {
  const text = declaration.getSourceFile().text.slice(declaration.getStart(), declaration.body?.pos ?? declaration.end);
  return text
    .replace(/^export /, '')
    .replace(/^(async )?function\b\s*\*?/, 'function')
    .replace(/^function(?=\w)/, 'function ')
    .replace(/^override /, '')
    .replace(/;$/, '')
    .trim();
}

function headOf(declaration: ts.ClassDeclaration): string {
  const parameters = declaration.typeParameters?.map((each) => each.getText()).join(', ');
  const heritage = (declaration.heritageClauses ?? []).flatMap(({ token, types }) => {
    const isExtends = token === ts.SyntaxKind.ExtendsKeyword;
    const known = types.map((each) => each.getText()).filter((text) => !internalTypes.test(text));
    return known.length === 0 ? [] : [`${isExtends ? 'extends' : 'implements'} ${known.join(', ')}`];
  });
  const name = `class ${declaration.name?.text ?? ''}${parameters === undefined ? '' : `<${parameters}>`}`;
  return [name, ...heritage].join(' ');
}

/** Members that only the package's own modules know mean nothing to others. */
const internalTypes = /^(Callback|Runnable|Timer|SyncObject|CoroutineObject|\w+Contract)\b/;

function membersOf(declaration: ts.ClassDeclaration): readonly ApiMember[] {
  const byName = Map.groupBy(declaration.members.filter(isPublic), nameOf);
  return [...byName].map(([name, all]) => {
    const members = withoutImplementation(all);
    return { name, signatures: members.map(memberSignature), ...readDocComment(members) };
  });
}

function nameOf(member: ts.ClassElement): string {
  return ts.isConstructorDeclaration(member) ? 'constructor' : (member.name?.getText() ?? '');
}

function isPublic(member: ts.ClassElement): boolean {
  const isHidden = ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
  const isInternal = ts.getJSDocCommentsAndTags(member).some((comment) => comment.getText().includes('@internal'));
  // Every error has a name, so that is not shown.
  const isNameOfError = ts.isGetAccessorDeclaration(member) && nameOf(member) === 'name';
  return isHidden === 0 && !isInternal && !isNameOfError && !/^([_#]|$)/.test(nameOf(member));
}

function memberSignature(member: ts.ClassElement): string {
  const text =
    ts.isPropertyDeclaration(member) && member.initializer !== undefined
      ? member.getSourceFile().text.slice(member.getStart(), member.initializer.getFullStart()).replace(/\s*=$/, '')
      : ts.isFunctionLike(member)
        ? withoutBody(member as ts.FunctionLikeDeclaration)
        : member.getText();
  return text
    .replace(/^(declare|override) /, '')
    .replace(/;$/, '')
    .replaceAll(/\s+/g, ' ');
}
