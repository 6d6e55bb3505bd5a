import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocComment } from './_read-doc-comment.ts';
import { readApi } from './_read-api.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'api-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(source: string): ReturnType<typeof readApi> {
  const file = path.join(folder, 'module.ts');
  writeFileSync(file, source);
  return readApi(file);
}

describe('the reference of an API', () => {
  it('has overloads without the implementation', async () => {
    const [entry] = await read(`/** Doubles. */
export function twice(value: number): number;
export function twice(value: string): string;
export function twice(value: unknown): unknown { return value; }`);
    expect(entry).toMatchObject({
      name: 'twice',
      signature: 'function twice(value: number): number;\nfunction twice(value: string): string;',
      paragraphs: ['Doubles.'],
      members: [],
    });
    expect(entry?.source).toMatch(/module\.ts:2$/);
  });

  it('has the public members of a class, and nothing private or internal', async () => {
    const [entry] = await read(`export class Cup<T> extends Set<T> {
  #secret = 1;
  _near = 2;
  /** @internal */
  hidden(): void {}
  /** How full it is. @throws RangeError if it leaks. */
  get level(): number { return this.#secret; }
}`);
    expect(entry?.signature).toBe('class Cup<T> extends Set<T>');
    expect(entry?.members).toEqual([
      {
        name: 'level',
        signatures: ['get level(): number'],
        paragraphs: ['How full it is.'],
        throws: ['RangeError if it leaks.'],
        see: [],
      },
    ]);
  });

  it('shows generator and async functions with their return types', async () => {
    const [steps, later] = await read(`export function* steps(): Generator<number> { yield 1; }
export async function later(): Promise<number> { return 1; }`);
    expect(steps?.signature).toBe('function steps(): Generator<number>;');
    expect(later?.signature).toBe('function later(): Promise<number>;');
  });
});

describe('a doc comment', () => {
  it('is its paragraphs, its errors wherever they are named, and its equivalent in Python', () => {
    const text = '/**\n * One\n * sentence.\n *\n * Two. @throws A if so.\n * @see PEP 1\n * @throws B if not.\n */';
    expect(parseDocComment(text)).toEqual({
      paragraphs: ['One sentence.', 'Two.'],
      throws: ['A if so.', 'B if not.'],
      see: ['PEP 1'],
    });
  });

  it('may name errors and nothing else', () => {
    expect(parseDocComment('/** @throws A if so. */')).toEqual({ paragraphs: [], throws: ['A if so.'], see: [] });
  });
});
