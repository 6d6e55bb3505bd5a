import path from 'node:path';
import { expect, it } from 'vitest';
import { copyArticles, writePlainMarkdown } from './article-copies.ts';

const root = path.resolve(import.meta.dirname, '../..');

it('copies have addresses and places of their own, and the programs of the articles they are copies of', () => {
  const copies = copyArticles(root, 40);
  expect(new Set(copies.map(({ slug }) => slug)).size).toBe(40);
  expect(copies.map(({ files }) => /^order: (\d+)$/m.exec(files.get('index.mdx') ?? '')?.[1])).toEqual(
    Array.from({ length: 40 }, (_, index) => String(index + 1)),
  );
  const original = copies.find(({ slug }) => slug === 'event-loop');
  const copy = copies.find(({ slug }) => slug === 'event-loop-copy-1');
  expect(copy?.files.get('deadlock.py')).toBe(original?.files.get('deadlock.py'));
});

it('the plain Markdown has the listings of the demos and no component', () => {
  for (const copy of copyArticles(root, 13)) {
    const text = writePlainMarkdown(copy);
    expect(text).toMatch(/^---\ntitle: .+\n---\n/);
    expect(text).toContain('```python\n');
    expect(text.replace(/```[\s\S]*?```|`[^`]*`/g, '')).not.toMatch(/<\/?[A-Z]/);
  }
});
