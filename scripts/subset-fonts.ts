import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

// Reduces the fonts of the npm packages to what the site needs: Latin letters, few symbols, no ligatures, the weights in use. Run
// by `npm run fonts` after a change here or a new version of a font package; the results are committed.

const require = createRequire(import.meta.url);
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const marks = '–—‘’“”…×·§°½−≤≥→←↑↓▸▶✓✕•\u00a0';
const accents = 'éöü';

const fonts = [
  { file: 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2', to: 'serif', weight: { min: 400, max: 600 } },
  { file: 'source-serif-4/files/source-serif-4-latin-wght-italic.woff2', to: 'serif-italic', weight: 400 },
  { file: 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2', to: 'mono', weight: 400 },
] as const;

let total = 0;
for (const { file, to, weight } of fonts) {
  const source = readFileSync(require.resolve(`@fontsource-variable/${file}`));
  const text = ascii + marks + (to === 'mono' ? '' : accents);
  const axis = typeof weight === 'number' ? weight : { ...weight, default: weight.min };
  const subset = await subsetFont(source, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: axis },
    noLayoutClosure: true,
  });
  total += subset.length;
  writeFileSync(path.join(import.meta.dirname, `../src/styles/fonts/${to}.woff2`), subset);
  console.log(`src/styles/fonts/${to}.woff2 ${subset.length} bytes`);
}
console.log(`together ${total} bytes`);
