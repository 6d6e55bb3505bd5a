import { describe, expect, it } from 'vitest';
import { openSavedEdits } from './saved-edits.ts';

/** The part of a browser's storage that is used, with a limit. */
class FakeStorage implements Storage {
  [name: string]: unknown;
  readonly #items = new Map<string, string>();
  #most: number;

  constructor(most = Infinity) {
    this.#most = most;
  }
  get length(): number {
    return this.#items.size;
  }
  clear(): void {
    this.#items.clear();
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  key(): string | null {
    return null;
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  setItem(key: string, value: string): void {
    if (value.length > this.#most) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, value);
  }
}

describe('savedEdits', () => {
  it('keeps each program by itself', () => {
    const storage = new FakeStorage();
    openSavedEdits('a/x', 'python', storage).write('one');
    openSavedEdits('a/x', 'typescript', storage).write('two');
    expect(openSavedEdits('a/x', 'python', storage).read()).toBe('one');
    openSavedEdits('a/x', 'python', storage).forget();
    expect(openSavedEdits('a/x', 'python', storage).read()).toBeUndefined();
    expect(openSavedEdits('a/x', 'typescript', storage).read()).toBe('two');
  });

  it('does not throw when the storage is full or refused', () => {
    const edits = openSavedEdits('a/x', 'python', new FakeStorage(3));
    expect(() => edits.write('too long')).not.toThrow();
    expect(edits.read()).toBeUndefined();
  });

  it('does not throw if the browser hands out storage that throws when it is used', () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const storage = { getItem: refuse, setItem: refuse, removeItem: refuse } as unknown as Storage;
    const edits = openSavedEdits('a/x', 'python', storage);
    expect(edits.read()).toBeUndefined();
    expect(() => {
      edits.write('text');
      edits.forget();
    }).not.toThrow();
  });
});
