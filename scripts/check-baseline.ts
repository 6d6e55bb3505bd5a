import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import css from '@eslint/css';
import { parse } from 'acorn';
import { ESLint } from 'eslint';

// node scripts/check-baseline.ts: checks that the built site in dist/ uses only what browsers have had for thirty months (Baseline
// widely available). It checks what a program can see: the syntax of scripts, and everything in style sheets. The compiler, whose
// `lib` is ES2024, makes sure that scripts call nothing newer.

/** The edition of ECMAScript that is widely available. */
const ecmaVersion = 2024;

/**
 * Newer features of style sheets in use. A browser that does not know one ignores it, and the page is complete without it; the
 * reason says what is missing then.
 */
const enhancements = {
  allowProperties: [
    'accent-color', // Form controls have the browser's color.
    'anchor-name', // A definition opens in the middle of the page, and not beside its word.
    'position-try-fallbacks',
    'content-visibility', // Long lists take longer to lay out.
    'contain-intrinsic-size',
    'forced-color-adjust', // With the colors of the system, the drawing has them too.
    'overflow-clip-margin', // A focus ring of a long list is cut at its edge.
    'orphans', // On paper, a listing may leave a line alone.
    'widows',
    'overscroll-behavior-inline', // A drawing scrolled past its end may go back a page.
    'paint-order', // A label in a drawing has no halo.
    'print-color-adjust', // On paper, bars have their borders and patterns, without their colors.
    'scrollbar-color', // Scrollbars look as the browser has them.
    'scrollbar-gutter', // The page moves by a scrollbar's width where one comes.
    'text-size-adjust', // A phone enlarges some text.
    'text-wrap', // Lines of a heading differ in length.
    'user-select', // A selection takes line numbers along.
  ],
  allowPropertyValues: {
    'break-after': ['avoid'], // On paper, a heading may part from what follows.
    'position-area': ['span-inline-end'],
  },
  allowSelectors: [
    'details-content', // On paper, what is folded stays folded.
    'popover-open', // A definition has the browser's frame.
    'selection', // What is selected has the browser's color.
  ],
} as const;

type Finding = { readonly file: string; readonly line: number; readonly found: string };

const dist = path.resolve('dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
const findings = [...checkScripts(), ...(await checkStyles())];
for (const { file, line, found } of findings) console.log(`${file}:${line}: ${found}`);
console.log(
  findings.length === 0
    ? `${files.filter((file) => /\.(js|html)$/.test(file)).length} files keep to what browsers have had for thirty months.`
    : `${findings.length} places need newer features. Write them differently, or add them to the list in scripts/check-baseline.ts with what is missing without them.`,
);
process.exit(findings.length === 0 ? 0 : 1);

function checkScripts(): Finding[] {
  return listTexts('script', /\.js$/).flatMap(({ file, text, isModule }) => {
    try {
      parse(text, { ecmaVersion, sourceType: isModule ? 'module' : 'script' });
      return [];
    } catch (error) {
      const { message, loc } = error as { readonly message: string; readonly loc?: { readonly line: number } };
      return [{ file, line: loc?.line ?? 1, found: `Expected ECMAScript ${ecmaVersion}, but: ${message}` }];
    }
  });
}

async function checkStyles(): Promise<Finding[]> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.css'],
      plugins: { css },
      language: 'css/css',
      rules: { 'css/use-baseline': ['error', { available: 'widely', ...enhancements }] },
    },
  });
  const found: Finding[] = [];
  for (const { file, text } of listTexts('style', /\.css$/)) {
    for (const { messages } of await eslint.lintText(text, { filePath: 'built.css' }))
      found.push(...messages.map(({ line, message }) => ({ file, line, found: message })));
  }
  return found;
}

/** The scripts and styles of the built site, as separate files and inside pages, each text once. */
function listTexts(
  tag: 'script' | 'style',
  own: RegExp,
): { readonly file: string; readonly text: string; readonly isModule: boolean }[] {
  const inPages = new RegExp(`<${tag}((?:\\s[^>]*)?)>([^]*?)</${tag}>`, 'g');
  const texts = new Map<string, { readonly file: string; readonly text: string; readonly isModule: boolean }>();
  for (const file of files) {
    if (!own.test(file) && !file.endsWith('.html')) continue;
    const whole = readFileSync(path.join(dist, file), 'utf8');
    if (own.test(file)) texts.set(whole, { file, text: whole, isModule: file.startsWith('_astro') });
    else {
      for (const [, attributes = '', text = ''] of whole.matchAll(inPages)) {
        if (/\btype=/.test(attributes) && !/\btype="?module/.test(attributes)) continue;
        texts.set(text, { file, text, isModule: attributes.includes('module') });
      }
    }
  }
  return [...texts.values()];
}
