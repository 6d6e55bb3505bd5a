import { describe, expect, it } from 'vitest';
import { highlight, highlightFence } from './highlight.ts';

/** The marked words of each line, and the text without its marks. */
async function markedWords(code: string, language: string): Promise<string[]> {
  const html = await highlight(code, language, true);
  return [...html.matchAll(/data-switch="">([^<]*)</g)].map(([, word]) => word ?? '');
}

describe('highlight, when asked to mark where control can change hands', () => {
  it('marks the words of Python that can suspend, and no comment or text', async () => {
    const code = [
      'async def f():',
      '    async for x in await g():',
      '        yield "await"',
      '    x = yield from y',
      '    async with z: pass  # await',
    ].join('\n');
    expect(await markedWords(code, 'python')).toEqual(['async', 'await', 'yield', 'yield from', 'async']);
  });

  it('marks those of TypeScript', async () => {
    const code =
      'async function* f() {\n  for await (const x of y) {\n    yield x;\n  }\n  await using a = b;\n  const c = await d;\n}';
    expect(await markedWords(code, 'typescript')).toEqual(['await', 'yield', 'await', 'await']);
  });

  it('changes no character of the text', async () => {
    const code = 'async def f():\n    async with z:\n        yield await x';
    const texts = (html: string) => html.replaceAll(/<[^>]*>/g, '');
    expect(texts(await highlight(code, 'python', true))).toBe(code);
    expect(await highlight(code, 'python')).not.toContain('data-switch');
  });
});

it('says of a listing whether its first line leaves room for a button on a phone', async () => {
  const first = 'x'.repeat(26);
  expect(await highlight(`${first}\n${first}${first}`, 'python')).toContain('class="code"');
  expect(await highlight(`${first}x`, 'python')).toContain('class="code long"');
});

it('says below a fence why its code does not run, if the fence gives a reason', async () => {
  const fence = await highlightFence('open()', 'python', 'still="it opens sockets"');
  expect(fence.tagName).toBe('figure');
  expect(fence.children.map((child) => (child.type === 'element' ? child.tagName : child.type))).toEqual([
    'pre',
    'figcaption',
  ]);
  expect(JSON.stringify(fence.children[1])).toContain('Does not run here: it opens sockets.');
  expect((await highlightFence('open()', 'text')).tagName).toBe('pre');
});

it('has no element for what looks like the text around it, and one for neighbors of one color', async () => {
  const html = await highlight('async def f(x):\n    return g(x, 1)', 'python');
  expect(html).not.toMatch(/t-(?:punctuation|parameter|foreground)/);
  expect(html).toContain(
    '<span class="line"><span class="t-keyword">async def</span><span class="t-function"> f</span>(x):',
  );
});
