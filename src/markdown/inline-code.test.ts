import { describe, expect, it } from 'vitest';
import { inlineCode, removeBackticks } from './inline-code.ts';

describe('inlineCode', () => {
  it('marks text between backticks as code, curls the quotes of the rest, and escapes everything', () => {
    expect(inlineCode('`yield` & "<b>" in `a<"b">`')).toBe(
      '<code>yield</code> &amp; “&lt;b&gt;” in <code>a&lt;&quot;b&quot;&gt;</code>',
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

describe('removeBackticks', () => {
  it('removes the marks, keeps the marked text, and curls the quotes of the rest', () => {
    expect(removeBackticks("`yield from`: a caller's `send('x')`")).toBe("yield from: a caller’s send('x')");
  });
});
