import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An article's files by name, with the article's own address. */
export type ArticleCopy = { readonly slug: string; readonly files: ReadonlyMap<string, string> };

/**
 * Returns as many articles as asked for: those of the site, then copies of them in turn, each with its own place in the order. No
 * two copies share a listing, a program or a title, so that nothing is made once for many.
 */
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
    const slug = round === 0 ? original.slug : `${original.slug}-copy-${round}`;
    const files = original.files.map(([name, text]) => {
      const own = round === 0 ? text : makeOwn(name, text, `copy ${round}`);
      return [name, name === 'index.mdx' ? own.replace(/^order: \d+$/m, `order: ${index + 1}`) : own] as const;
    });
    return { slug, files: new Map(files) };
  });
}

/** Adds a comment with the copy's name at the end of every program and every listing. */
function makeOwn(name: string, text: string, words: string): string {
  if (name.endsWith('.py')) return `${text}# ${words}\n`;
  if (name.endsWith('.ts')) return `${text}// ${words}\n`;
  return text
    .replace(/^(title: '(?:[^']|'')*)'$/m, `$1 (${words})'`)
    .replace(/^(title: [^'\n].*)$/m, `$1 (${words})`)
    .replaceAll(/^```(\w+)\n([\s\S]*?)^```$/gm, (_, language: string, code: string) => {
      const comment = { python: `# ${words}`, typescript: `// ${words}` }[language] ?? words;
      return `\`\`\`${language}\n${code}${comment}\n\`\`\``;
    });
}

/** The article's front matter, and its text without components: each demo becomes the listings of its two programs. */
function splitPlain({ files }: ArticleCopy): { readonly front: string; readonly text: string } {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(files.get('index.mdx') ?? '') ?? [];
  const listing = (language: string, file: string): string => `\n\`\`\`${language}\n${files.get(file) ?? ''}\`\`\`\n`;
  const text = body
    .replace(
      /<Demo\b[^>]*name="([\w-]+)"[^>]*>/g,
      (_, name: string) => listing('ts', `${name}.ts`) + listing('python', `${name}.py`),
    )
    .replace(/^import .*$/gm, '')
    .replace(/<\/?[A-Z][^>]*>/g, '');
  return { front, text };
}

/** Returns an article as Markdown without components; only the text inside every tag except a demo's stays. */
export function writePlainMarkdown(copy: ArticleCopy): string {
  const { front, text } = splitPlain(copy);
  return `---\ntitle: ${/^title: (.*)$/m.exec(front)?.[1] ?? copy.slug}\n---\n${text}`;
}

/** Returns the same text as an article of this site, with all of its front matter and without programs. */
export function makePlain(copy: ArticleCopy): ArticleCopy {
  const { front, text } = splitPlain(copy);
  return { slug: copy.slug, files: new Map([['index.mdx', `---\n${front}\n---\n${text}`]]) };
}
