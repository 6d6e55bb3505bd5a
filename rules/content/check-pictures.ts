import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

/** The most bytes that a picture may have. */
const most = 300_000;

/** Pictures beside the articles are small enough for a phone. */
export function checkPictures(root: string): readonly Finding[] {
  const folder = path.join(root, 'content');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `content/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file))
    .sort()
    .flatMap((file) => {
      const { size } = statSync(path.join(root, file));
      if (size <= most) return [];
      return [
        {
          file,
          message: `Expected a picture of at most ${most / 1000} kB, but got ${Math.ceil(size / 1000)} kB`,
          fix: 'Save it smaller: fewer pixels, or WebP; a drawing as SVG.',
        },
      ];
    });
}
