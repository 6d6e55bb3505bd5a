import { describe, expect, it } from 'vitest';
import { inlineCode, plainText } from './inline-code.ts';

describe('inlineCode', () => {
  it('sets what stands between backticks as code, and escapes it and the rest', () => {
    expect(inlineCode('`yield` & "<b>" in `a<b`')).toBe(
      '<code>yield</code> &amp; &quot;&lt;b&gt;&quot; in <code>a&lt;b</code>',
    );
  });

  it('keeps a few words of code in one line, and lets many break', () => {
    expect(inlineCode('`async for` or `result = yield from things`')).toBe(
      '<code class="whole">async for</code> or <code>result = yield from things</code>',
    );
  });

  it('leaves a single backtick as it is', () => {
    expect(inlineCode('a ` alone')).toBe('a ` alone');
  });
});

describe('plainText', () => {
  it('takes the marks away and keeps what they marked', () => {
    expect(plainText('`yield from`: handing on')).toBe('yield from: handing on');
  });
});
