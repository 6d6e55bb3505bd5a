import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainLine, toPlainText } from './plain-text.ts';

describe('toPlainText', () => {
  it('does not change an ordinary text', () => {
    expect(toPlainText('naïve\t“text” 🐍\nwith lines', 100)).toBe('naïve\t“text” 🐍\nwith lines');
  });

  it('replaces control characters of terminals, direction marks and halves of characters', () => {
    expect(toPlainText('a\u0000b\u001B[2Jc\u202Ed\u2066e\uD800f', 100)).toBe('a�b�[2Jc�d�e�f');
  });

  it('cuts a long text, and marks the cut with an ellipsis', () => {
    expect(toPlainText('x'.repeat(20), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(toPlainText('x'.repeat(10), 10)).toBe('x'.repeat(10));
  });

  it('never returns more than the limit, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const plain = toPlainText(text, most);
        return plain.length <= most && plain.isWellFormed() && toPlainText(plain, most) === plain;
      }),
    );
    expect(toPlainText('', 1)).toBe('');
  }, 30_000);
});

it('keeps colors and carriage returns of a printed line, and no other control', () => {
  const line = '\r\u001B[36mgreen\u001B[0m';
  expect(toPlainLine(line, 100)).toBe(line);
  expect(toPlainText(line, 100)).toBe('�'.concat('�[36mgreen�[0m'));
  expect(toPlainLine('\u001B[2J\u001B]0;title\u0007', 100)).toBe('�[2J�]0;title�');
});
