import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { articleSchema, type ArticleData } from '../../src/build/schemas/article.ts';
import { plannedSchema } from '../../src/build/schemas/planned.ts';
import { pepSchema, type PepData } from '../../src/build/schemas/pep.ts';
import { releasesSchema, type ReleasesData } from '../../src/build/schemas/releases.ts';
import { snippetSchema, type SnippetData } from '../../src/build/schemas/snippet.ts';
import { termSchema, type TermData } from '../../src/build/schemas/term.ts';
import { MdxError, type MdxNode, parseMdx } from '../prose/read-mdx.ts';
import { toMdxFinding } from '../prose/check-files.ts';
import { describeIssues } from './describe-issue.ts';
import type { Finding } from './finding.ts';

/** A file of the content with the shape of its schema. `lineOf` finds the line of a field for a message. */
export type Loaded<Data> = {
  readonly id: string;
  readonly file: string;
  readonly data: Data;
  readonly lineOf: (...field: readonly (string | number)[]) => number | undefined;
};

export type LoadedArticle = Loaded<ArticleData> & {
  readonly body: string;
  readonly bodyLine: number;
  /** The text's syntax tree; its lines count from `bodyLine`. */
  readonly tree: MdxNode;
};

export type Content = {
  readonly articles: readonly LoadedArticle[];
  readonly peps: readonly Loaded<PepData>[];
  readonly terms: readonly Loaded<TermData>[];
  /** The programs of the table of versions. */
  readonly snippets: readonly Loaded<SnippetData>[];
  readonly releases: Loaded<ReleasesData> | undefined;
  /** The ids of everything that has a file, well-formed or not, so that references to it are not reported. */
  readonly ids: {
    readonly articles: ReadonlySet<string>;
    readonly peps: ReadonlySet<string>;
    readonly terms: ReadonlySet<string>;
    readonly snippets: ReadonlySet<string>;
  };
  /** Slugs that a record may name before the article exists. */
  readonly planned: readonly string[];
  /** Files without the shape of their schema; they are left out above. */
  readonly findings: readonly Finding[];
};

/** Reads all of `content/` and checks each file against its schema. */
export function loadContent(root: string): Content {
  const findings: Finding[] = [];
  const articles: LoadedArticle[] = [];
  for (const slug of list(root, 'content/articles', (name) => !name.includes('.'))) {
    const file = `content/articles/${slug}/index.mdx`;
    const article = readArticle(root, slug, file, findings);
    if (article !== undefined) articles.push(article);
  }
  const ids = (folder: string): ReadonlySet<string> =>
    // A file with capitals in its name has its own finding; references to it are not reported.
    new Set(list(root, folder, () => true).map((name) => name.replace(/\.yaml$/, '').toLowerCase()));
  const releases = readYaml(root, 'content/releases.yaml', 'releases', releasesSchema, findings);
  return {
    articles,
    peps: readFolder(root, 'content/peps', pepSchema, findings),
    terms: readFolder(root, 'content/glossary', termSchema, findings),
    snippets: readFolder(root, 'content/versions', snippetSchema, findings),
    releases,
    ids: {
      articles: ids('content/articles'),
      peps: ids('content/peps'),
      terms: ids('content/glossary'),
      snippets: ids('content/versions'),
    },
    planned: readYaml(root, 'content/planned.yaml', 'planned', plannedSchema, findings)?.data ?? [],
    findings,
  };
}

function readArticle(root: string, slug: string, file: string, findings: Finding[]): LoadedArticle | undefined {
  if (!existsSync(path.join(root, file))) {
    findings.push({
      file: `content/articles/${slug}`,
      message: 'Expected the article’s text in index.mdx, but there is no such file',
      fix: 'Add index.mdx, or delete the folder.',
    });
    return undefined;
  }
  const text = readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  const end = text.indexOf('\n---\n', 3);
  if (!text.startsWith('---\n') || end < 0) {
    findings.push({ file, line: 1, ...describeFrontMatter(text) });
    return undefined;
  }
  const loaded = parseYaml(slug, file, text.slice(4, end + 1), 1, articleSchema, findings);
  const body = text.slice(end + 5);
  const bodyLine = text.slice(0, end + 5).split('\n').length;
  try {
    const tree = parseAgain(file, body);
    return loaded && { ...loaded, body, bodyLine, tree };
  } catch (error) {
    if (!(error instanceof MdxError)) throw error;
    findings.push(toMdxFinding(file, bodyLine - 1, error));
    return undefined;
  }
}

/** Describes the fault of a text without front matter, or with front matter that does not end. */
function describeFrontMatter(text: string): Pick<Finding, 'message' | 'fix'> {
  const expected = 'Expected front matter between two lines of three hyphens';
  return text.startsWith('---\n')
    ? {
        message: `${expected}, but the second of these lines is missing`,
        fix: 'Write --- on a line of its own after the last field.',
      }
    : {
        message: `${expected}, but the file does not begin with it`,
        fix: 'Copy the front matter of another article and change its values.',
      };
}

/** Trees of texts that were parsed before, because dev reads the content at every change of a file. */
const trees = new Map<string, { readonly body: string; readonly tree: MdxNode }>();

function parseAgain(file: string, body: string): MdxNode {
  const known = trees.get(file);
  if (known?.body === body) return known.tree;
  const tree = parseMdx(body);
  trees.set(file, { body, tree });
  return tree;
}

function readFolder<Data>(root: string, folder: string, schema: z.ZodType<Data>, findings: Finding[]): Loaded<Data>[] {
  return list(root, folder, (name) => name.endsWith('.yaml')).flatMap((name) => {
    const loaded = readYaml(root, `${folder}/${name}`, name.slice(0, -'.yaml'.length), schema, findings);
    return loaded === undefined ? [] : [loaded];
  });
}

function readYaml<Data>(
  root: string,
  file: string,
  id: string,
  schema: z.ZodType<Data>,
  findings: Finding[],
): Loaded<Data> | undefined {
  if (!existsSync(path.join(root, file))) return undefined;
  return parseYaml(id, file, readFileSync(path.join(root, file), 'utf8'), 0, schema, findings);
}

function parseYaml<Data>(
  id: string,
  file: string,
  text: string,
  firstLine: number,
  schema: z.ZodType<Data>,
  findings: Finding[],
): Loaded<Data> | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const error = document.errors[0];
  if (error !== undefined) {
    findings.push({
      file,
      line: firstLine + counter.linePos(error.pos[0]).line,
      message: `Expected YAML, but got a fault: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?/, '') ?? ''}`,
      fix: 'Fix the line; indent with spaces, and put text with a colon in quotes.',
    });
    return undefined;
  }
  const lineOf = (...field: readonly (string | number)[]): number | undefined => {
    const line = findLine(document, counter, field);
    return line === undefined ? undefined : firstLine + line;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { id, file, data: result.data, lineOf };
  findings.push(...describeIssues(file, schema, result.error.issues, document, lineOf));
  return undefined;
}

/** The line of a field, or of the nearest enclosing field that exists. */
function findLine(document: Document, counter: LineCounter, field: readonly (string | number)[]): number | undefined {
  for (let length = field.length; length > 0; length--) {
    const node = document.getIn(field.slice(0, length), true) as
      { range?: readonly [number, number, number] } | undefined;
    if (node?.range !== undefined) return counter.linePos(node.range[0]).line;
  }
  return undefined;
}

function list(root: string, folder: string, keep: (name: string) => boolean): readonly string[] {
  const full = path.join(root, folder);
  return existsSync(full) ? readdirSync(full).filter(keep).sort() : [];
}
