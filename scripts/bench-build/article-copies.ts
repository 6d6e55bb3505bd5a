import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An article's files by name, under an address of its own. */
export type ArticleCopy = { readonly slug: string; readonly files: ReadonlyMap<string, string> };

/** As many articles as asked for: those of the site, then copies of them in turn, each with its own place in the order. */
export function copyArticles(root: string, count: number): readonly ArticleCopy[] {
  const base = path.join(root, 'content/articles');
  const slugs = readdirSync(base, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
  const originals = slugs.sort().map((slug) => {
    const folder = path.join(base, slug);
    const names = readdirSync(folder).filter((name) => /\.(mdx|ts|py)$/.test(name));
    return { slug, files: names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const) };
  });
  return Array.from({ length: count }, (_, index) => {
    const original = originals[index % originals.length];
    if (original === undefined) throw new Error(`Expected articles in ${base}, but got none.`);
    const round = Math.floor(index / originals.length);
    return {
      slug: round === 0 ? original.slug : `${original.slug}-copy-${round}`,
      files: new Map(
        original.files.map(([name, text]) => [
          name,
          name === 'index.mdx' ? text.replace(/^order: \d+$/m, `order: ${index + 1}`) : text,
        ]),
      ),
    };
  });
}

/**
 * An article as Markdown that knows no components: each demo becomes the listings of its two programs, and of every other tag only
 * the text within stays.
 */
export function writePlainMarkdown({ slug, files }: ArticleCopy): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(files.get('index.mdx') ?? '') ?? [];
  const title = /^title: (.*)$/m.exec(front)?.[1] ?? slug;
  const listing = (language: string, file: string): string => `\n\`\`\`${language}\n${files.get(file) ?? ''}\`\`\`\n`;
  const text = body
    .replace(
      /<Demo\b[^>]*name="([\w-]+)"[^>]*>/g,
      (_, name: string) => listing('ts', `${name}.ts`) + listing('python', `${name}.py`),
    )
    .replace(/^import .*$/gm, '')
    .replace(/<\/?[A-Z][^>]*>/g, '');
  return `---\ntitle: ${title}\n---\n${text}`;
}
