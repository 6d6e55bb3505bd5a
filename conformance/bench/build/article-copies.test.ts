import path from 'node:path';
import { expect, it } from 'vitest';
import { copyArticles, makePlain, writePlainMarkdown } from './article-copies.ts';

const root = path.resolve(import.meta.dirname, '../../..');

it('gives each copy its own address, place, title, programs and listings', () => {
  const copies = copyArticles(root, 40);
  expect(new Set(copies.map(({ slug }) => slug)).size).toBe(40);
  expect(copies.map(({ files }) => /^order: (\d+)$/m.exec(files.get('index.mdx') ?? '')?.[1])).toEqual(
    Array.from({ length: 40 }, (_, index) => String(index + 1)),
  );
  const texts = copies.map(({ files }) => files.get('index.mdx') ?? '');
  expect(new Set(texts.map((text) => /^title: (.*)$/m.exec(text)?.[1])).size).toBe(40);
  const programs = copies.flatMap(({ files }) => [...files].filter(([name]) => name !== 'index.mdx'));
  expect(new Set(programs.map(([, text]) => text)).size).toBe(programs.length);
  const fences = texts.flatMap((text) => [...text.matchAll(/^```\w+\n[\s\S]*?^```$/gm)].map(([fence]) => fence));
  expect(new Set(fences).size).toBe(fences.length);
});

it('gives a plain article the same text as the Markdown for other sites', () => {
  const body = (text = ''): string => text.replace(/^---\n[\s\S]*?\n---\n/, '');
  for (const copy of copyArticles(root, 20))
    expect(body(makePlain(copy).files.get('index.mdx'))).toBe(body(writePlainMarkdown(copy)));
});

it('writes plain Markdown with the listings of the demos and no component', () => {
  for (const copy of copyArticles(root, 13)) {
    const text = writePlainMarkdown(copy);
    expect(text).toMatch(/^---\ntitle: .+\n---\n/);
    expect(text).toContain('```python\n');
    expect(text.replace(/```[\s\S]*?```|`[^`]*`/g, '')).not.toMatch(/<\/?[A-Z]/);
  }
});
