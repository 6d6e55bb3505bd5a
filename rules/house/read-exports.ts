import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One name that a file declares and exports. A name that it only passes on from another file is not among them. */
export type Export = { readonly file: string; readonly name: string };

/** Returns every name that a `.ts`, `.mjs` or `.astro` file declares and exports, types included, each once. */
export function readExports(root: string, file: string): readonly Export[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return listExports(file, file.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text);
}

/** The same for the text of a script. */
export function listExports(file: string, text: string): readonly Export[] {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const declared = new Set(statements.flatMap(listDeclared));
  const exported = statements.flatMap((statement): readonly string[] => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier } = statement;
      if (moduleSpecifier !== undefined || exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
      return exportClause.elements
        .filter(({ name, propertyName }) => declared.has((propertyName ?? name).text))
        .map(({ name }) => name.text);
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const isNamed = modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return isNamed && modifiers.every(({ kind }) => kind !== ts.SyntaxKind.DefaultKeyword)
      ? listDeclared(statement)
      : [];
  });
  return [...new Set(exported)].map((name) => ({ file, name }));
}

function listDeclared(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const isDeclaration =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement);
  return isDeclaration && statement.name !== undefined ? [statement.name.text] : [];
}

/** Names that a convention asks of many files, which therefore mean the same thing in each. */
const conventions: readonly { readonly names: readonly string[]; readonly files: RegExp }[] = [
  // Astro calls these in the file of an address.
  { names: ['GET', 'getStaticPaths'], files: /^src\/pages\// },
  // Playwright's tests are declared with `test`, whatever they are given.
  { names: ['test'], files: /^e2e\// },
  // Each way of doing the benchmark's work is a file that exports it as `works`.
  { names: ['works'], files: /^conformance\/bench\/scheduler\// },
];

/** Returns a sentence for each name that more than one file declares and exports, conventions left out. */
export function listDoubleNames(found: readonly Export[]): readonly string[] {
  const own = found.filter(
    ({ file, name }) => !conventions.some(({ names, files }) => names.includes(name) && files.test(file)),
  );
  return [...Map.groupBy(own, ({ name }) => name)].flatMap(([name, of]) =>
    of.length === 1
      ? []
      : [
          `${name} is exported by ${of.map(({ file }) => file).join(' and ')}. Give each thing a name of its own, or keep one of them.`,
        ],
  );
}
