import { describe, expect, it } from 'vitest';
import { inlineCode, removeBackticks } from './inline-code.ts';

describe('inlineCode', () => {
  it('marks text between backticks as code, and escapes everything', () => {
    expect(inlineCode('`yield` & "<b>" in `a<b`')).toBe(
      '<code>yield</code> &amp; &quot;&lt;b&gt;&quot; in <code>a&lt;b</code>',
    );
  });

  it('keeps a few words of code on one line, and lets more words wrap', () => {
    expect(inlineCode('`async for` or `result = yield from things`')).toBe(
      '<code class="whole">async for</code> or <code>result = yield from things</code>',
    );
  });

  it('does not change a single backtick', () => {
    expect(inlineCode('a ` alone')).toBe('a ` alone');
  });
});

describe('plainText', () => {
  it('removes the marks and keeps the marked text', () => {
    expect(removeBackticks('`yield from`: handing on')).toBe('yield from: handing on');
  });
});
