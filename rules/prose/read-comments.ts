import ts from 'typescript';
import { type Passage, type PassageKind, PassageWriter } from './passage.ts';

/** The names of the functions whose first argument is the title of a test. */
const titling: ReadonlySet<string> = new Set(['it', 'test', 'describe', 'asyncTest', 'loopTest', 'loud']);

/** The marks of comments, which are not part of their text. */
const marks = /^[ \t]*(?:\/\*\*?|\*\/|\*(?!\/)|\/\/|#|<!--)?[ \t]?|[ \t]*(?:\*\/|-->|""")?[ \t]*$/g;

/**
 * Reads the comments of a source file, and the titles of its tests. Code in backticks is one `code` character. Python's comments are
 * its docstrings and its lines that begin with `#`.
 */
export function readComments(file: string, text: string): readonly Passage[] {
  return [
    ...listComments(file, text).map(([from, to]) => read(file, text, from, to, 'paragraph')),
    ...(/\.(?:test|spec)\.ts$/.test(file) ? listTitles(text) : []).map(([from, to]) =>
      read(file, text, from, to, 'label'),
    ),
  ].filter((passage) => passage !== undefined);
}

type Range = readonly [from: number, to: number];

function listComments(file: string, text: string): readonly Range[] {
  if (file.endsWith('.py')) return find(text, /^[ \t]*#.*$|^[ \t]*"""[\s\S]*?"""/gm);
  if (file.endsWith('.css')) return find(text, /\/\*[\s\S]*?\*\//g);
  if (file.endsWith('.astro')) return find(text, /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^[ \t]*\/\/.*$/gm);
  const found = new Map<number, Range>();
  const source = parse(text);
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of [
      ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    ]) {
      found.set(pos, [pos, end]);
    }
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...found.values()];
}

function listTitles(text: string): readonly Range[] {
  const found: Range[] = [];
  const source = parse(text);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && titling.has(/^\w*/.exec(node.expression.getText(source))?.[0] ?? '')) {
      const title = node.arguments[0];
      if (title !== undefined && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
        found.push([title.getStart(source) + 1, title.end - 1]);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('a.ts', text, ts.ScriptTarget.ESNext, true);
}

function find(text: string, pattern: RegExp): readonly Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length]);
}

function read(file: string, text: string, from: number, to: number, kind: PassageKind): Passage | undefined {
  const writer = new PassageWriter();
  let at = from;
  for (const line of text.slice(from, to).split('\n')) {
    const words = line.replaceAll(marks, '');
    const begins = at + line.indexOf(words);
    writer.add(`${words} `, text, begins, begins + words.length + 1);
    at += line.length + 1;
  }
  return writer.finish(file, kind);
}
