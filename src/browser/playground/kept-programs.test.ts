import { beforeEach, describe, expect, it } from 'vitest';
import { type KeptProgram, KeptPrograms, type Shelf } from './kept-programs.ts';

describe('KeptPrograms', () => {
  let texts: Map<string, string>;
  let shelf: Shelf;
  const program: KeptProgram = { id: 'a', language: 'python', title: 'Mine', text: 'print(1)', at: 1 };
  beforeEach(() => {
    texts = new Map();
    shelf = {
      get length() {
        return texts.size;
      },
      key: (index) => [...texts.keys()][index] ?? null,
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, text) => void texts.set(key, text),
      removeItem: (key) => void texts.delete(key),
    };
  });

  it('lists all programs, the one changed last first', () => {
    const kept = new KeptPrograms(shelf);
    kept.write(program);
    kept.write({ ...program, id: 'b', at: 2, origin: 'playground/blank' });
    expect(new KeptPrograms(shelf).list().map(({ id, origin }) => [id, origin])).toEqual([
      ['b', 'playground/blank'],
      ['a', undefined],
    ]);
  });

  it('keeps both versions if another tab has changed the same program meanwhile', () => {
    const [one, other] = [new KeptPrograms(shelf), new KeptPrograms(shelf)];
    one.write(program);
    other.read('a');
    other.write({ ...program, text: 'theirs' });
    const { id } = one.write({ ...program, text: 'mine' });
    expect(id).not.toBe('a');
    expect(
      one
        .list()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['mine', 'theirs']);
  });

  it('keeps what the storage refuses until the page closes, and says so', () => {
    const kept = new KeptPrograms({
      ...shelf,
      setItem: () => {
        throw new Error('full');
      },
    });
    kept.write(program);
    expect(kept.hasUnkept).toBe(true);
    expect(kept.read('a')?.text).toBe('print(1)');
    kept.forget('a');
    expect(kept.hasUnkept).toBe(false);
    expect(kept.list()).toEqual([]);
  });

  it.each(['', 'null', '{', '[]', '{"language":"rust","title":"x","text":"y","at":1}', '{"language":"python"}'])(
    'ignores an entry that is not a program: %s',
    (text) => {
      texts.set('playground:program:a', text);
      expect(new KeptPrograms(shelf).list()).toEqual([]);
    },
  );
});
