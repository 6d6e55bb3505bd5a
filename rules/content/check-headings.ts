import GithubSlugger from 'github-slugger';
import type { MdxNode } from '../prose/read-mdx.ts';
import type { Finding } from './finding.ts';
import { locateLine, listNodes, listTags } from './list-tags.ts';
import type { Content, LoadedArticle } from './load-content.ts';

/** Headings have level 2 or 3, skip no level, and each has its own address, which no demo of the page has. */
export function checkHeadings({ articles }: Content): readonly Finding[] {
  return articles.flatMap((article) => [...checkLevels(article), ...checkAddresses(article)]);
}

/** The headings of an article in their order, with their plain text. */
export function listHeadings({
  tree,
}: Pick<LoadedArticle, 'tree'>): readonly { readonly node: MdxNode; readonly text: string }[] {
  return listNodes(tree)
    .filter(({ type }) => type === 'heading')
    .map((node) => ({ node, text: readText(node) }));
}

function checkLevels(article: LoadedArticle): readonly Finding[] {
  let above = 1;
  return listHeadings(article).flatMap(({ node, text }) => {
    const level = node.depth ?? 2;
    const isWrong = level < 2 || level > 3 || level > above + 1;
    const got = `Expected a heading of level ${above === 1 ? '2' : '2 or 3'}, but "${text}" has level ${level}`;
    above = Math.min(3, Math.max(2, level));
    if (!isWrong) return [];
    const fix =
      level === 1
        ? 'The title is the front matter’s; begin a section with "##".'
        : 'Begin a section with "##", and a part of one with "###".';
    return [{ file: article.file, line: locateLine(node, article.bodyLine), message: got, fix }];
  });
}

function checkAddresses(article: LoadedArticle): readonly Finding[] {
  const { file, bodyLine } = article;
  const demos = new Set(
    listTags(article).flatMap(({ name, attributes }) => (name === 'Demo' ? (attributes.get('name') ?? []) : [])),
  );
  const lines = new Map<string, number>();
  return listHeadings(article).flatMap(({ node, text }) => {
    const address = new GithubSlugger().slug(text);
    const line = locateLine(node, bodyLine);
    const before = lines.get(address);
    lines.set(address, before ?? line);
    if (before !== undefined) {
      return [
        {
          file,
          line,
          message: `Expected a heading of its own, but line ${before} has "${text}" too`,
          fix: 'Say what this section is about; headings are addresses and entries of the contents.',
        },
      ];
    }
    if (!demos.has(address)) return [];
    return [
      {
        file,
        line,
        message: `Expected a heading whose address no demo has, but the demo ${address} is at "#${address}"`,
        fix: 'Word the heading differently, or rename both halves of the demo.',
      },
    ];
  });
}

function readText(node: MdxNode): string {
  return node.value ?? (node.children ?? []).map(readText).join('');
}
