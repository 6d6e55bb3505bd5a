import { Buffer } from 'node:buffer';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isShareFragment } from './is-share-fragment.ts';
import { readShareFragment, type SharedProgram, UnreadableLink, writeShareFragment } from './share-link.ts';

const stock = 'import { sleep } from "x";\n\nexport async function main() {\n  await sleep(1);\n}\n';
const demo = 'pep-3156-asyncio/think';
const findStock = (id: string): Promise<string | undefined> => Promise.resolve(id === demo ? stock : undefined);

const program: fc.Arbitrary<SharedProgram> = fc.record(
  {
    language: fc.constantFrom('typescript', 'python'),
    source: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .tuple(fc.nat(stock.length), fc.string({ unit: 'grapheme' }))
        .map(([at, text]) => stock.slice(0, at) + text + stock.slice(at)),
    ),
    demo: fc.constant(demo),
    step: fc.nat(9999),
    requests: fc.array(
      fc.record({
        task: fc.integer({ min: 1, max: 999_999 }),
        iteration: fc.integer({ min: 1, max: 999_999 }),
        after: fc.nat(999_999),
      }),
      { minLength: 1, maxLength: 20 },
    ),
  },
  { requiredKeys: ['language', 'source'] },
);

function writeAnything(packed: object): string {
  return `#v1.${deflateRawSync(JSON.stringify(packed)).toString('base64url')}`;
}

/**
 * Packed data that unpacks to this many spaces: blocks of deflate one after another, so that nothing of that size is ever created.
 */
function bomb(size: number): string {
  const piece = 1_000_000;
  const block = deflateRawSync(' '.repeat(piece), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat(Array.from({ length: size / piece }, () => block)).toString('base64url');
}

describe('a share link', () => {
  it('returns the program even if its requests to cancel are damaged or too many', async () => {
    for (const c of ['2@x', '', Array.from({ length: 21 }, () => '1@1.1').join(',')]) {
      const read = await readShareFragment(writeAnything({ l: 'py', s: 'print(1)', c }), findStock);
      expect(read).toEqual({ language: 'python', source: 'print(1)', requests: 'damaged' });
    }
    await expect(readShareFragment(writeAnything({ l: 'py', s: 'print(1)', c: 7 }), findStock)).rejects.toThrow(
      UnreadableLink,
    );
  });

  it('restores any program completely', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (shared) => {
        const fragment = await writeShareFragment(shared, shared.demo === undefined ? undefined : stock);
        expect(fragment).toMatch(/^#v1\.[\w-]+$/);
        expect(isShareFragment(fragment)).toBe(true);
        expect(await readShareFragment(fragment, findStock)).toEqual(shared);
      }),
    );
  });

  it('contains only the change if that is shorter', async () => {
    const long = `${stock}// ${Array.from({ length: 400 }, (_, index) => String.fromCharCode(97 + ((index * index * 7) % 26))).join('')}\n`;
    const changed = { language: 'typescript', source: long.replace('sleep(1)', 'sleep(2)'), demo } as const;
    const short = await writeShareFragment(changed, long);
    const whole = await writeShareFragment(changed);
    expect(short.length).toBeLessThan(whole.length / 2);
  });

  it('says so if the program it changes has changed', async () => {
    const fragment = await writeShareFragment({ language: 'python', source: `${stock}#`, demo }, stock);
    await expect(readShareFragment(fragment, () => Promise.resolve(`${stock}x`))).rejects.toThrow(
      'The program on this page has changed since the link was made, so the change in the link no longer fits.',
    );
  });

  it('says so if it has a later version', async () => {
    await expect(readShareFragment('#v2.abc', findStock)).rejects.toThrow(
      'The link is of version 2, and this page reads version 1. Reload the page.',
    );
  });

  it('refuses data that unpacks to more than a program may have', async () => {
    const fragment = writeAnything({ l: 'py', s: ' '.repeat(300_000) });
    expect(fragment.length).toBeLessThan(2000);
    await expect(readShareFragment(fragment, findStock)).rejects.toThrow(
      'The link carries more than 200000 characters.',
    );
  });

  it('is not made for a program longer than it can be read with, and says so', async () => {
    await expect(writeShareFragment({ language: 'python', source: ' '.repeat(200_001) })).rejects.toThrow(
      'A link carries at most 200000 characters, and this program has 200001.',
    );
  });

  it.each([
    ['60,000 short lines', 'x\n'.repeat(60_000)],
    ['characters that JSON writes with six', '\u0001'.repeat(200_000)],
    ['characters of three bytes', '\u4e00'.repeat(200_000)],
  ])('contains %s, because only characters of the program count', async (_, source) => {
    const fragment = await writeShareFragment({ language: 'python', source });
    expect(await readShareFragment(fragment, findStock)).toEqual({ language: 'python', source });
  });

  it.each([
    ['50 MB', 50_000_000],
    ['500 MB', 500_000_000],
  ])('stops unpacking at its limit, although it would unpack to %s', { timeout: 60_000 }, async (_, size) => {
    const fragment = `#v1.${bomb(size)}`;
    let unpacked = 0;
    const Real = globalThis.DecompressionStream;
    vi.stubGlobal('DecompressionStream', function (format: CompressionFormat) {
      const { readable, writable } = new Real(format);
      const count = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          unpacked += chunk.length;
          controller.enqueue(chunk);
        },
      });
      return { writable, readable: readable.pipeThrough(count) };
    });
    try {
      await expect(readShareFragment(fragment, findStock)).rejects.toThrow(
        'The link carries more than 200000 characters.',
      );
    } finally {
      vi.unstubAllGlobals();
    }
    expect(unpacked).toBeLessThan(3_000_000);
  });

  it('answers 10,000 damaged links only with UnreadableLink', { timeout: 60_000 }, async () => {
    const good = await writeShareFragment(
      { language: 'typescript', source: stock.replace('1', '22'), demo, step: 3 },
      stock,
    );
    const damaged = fc.tuple(
      fc.nat(good.length - 1),
      fc.constantFrom('cut', 'change', 'insert'),
      fc.string({ maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async ([at, how, text]) => {
        const rest = { cut: '', change: text + good.slice(at + 1), insert: text + good.slice(at) }[how];
        const result = await readShareFragment(good.slice(0, at) + rest, findStock).catch((error: unknown) => error);
        expect(result instanceof UnreadableLink || typeof (result as SharedProgram).source === 'string').toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
