import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importRules } from './import-rules.ts';

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.(ts|astro)$/.test(file) && !/node_modules\/|^scheduler\/dist\//.test(file) && file.includes('/'))
  .sort();

/** What is wrong with an import, or undefined. `file` and the result's words are relative to `src`. */
function findFault(file: string, target: string): string | undefined {
  const folder = file.split('/')[0] ?? '';
  const rule = importRules[folder];
  if (rule === undefined) return `Expected ${folder}/ to have a rule in src/import-rules.ts, but it has none. Add one.`;
  // Tests, and what only tests import, stand outside the rule.
  const isTest = /\.test(-d)?\.ts$|\/(cpython-tests|fixtures)\//.test(file);
  if (target.startsWith('.') || target.startsWith('@yieldpoint/scheduler')) {
    const resolved = target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : 'scheduler/index.ts';
    if (resolved.startsWith('..'))
      return `${file} imports ${target}, which lies outside src. Move what it needs into src.`;
    const other = resolved.split('/')[0] ?? '';
    if (other === folder || rule.folders.includes(other) || !resolved.includes('/') || isTest) return undefined;
    return `${file} imports ${other}/ (${target}), which ${folder}/ may not: it may import ${rule.folders.join(', ') || 'no other folder'}. Move the code, or change src/import-rules.ts and say why in ARCHITECTURE.md.`;
  }
  if (rule.packages === undefined || isTest || rule.packages.includes(target)) return undefined;
  return `${file} imports the package ${target}, which ${folder}/ may not: it may import ${rule.packages.join(', ') || 'none'}.`;
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const script = file.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text;
  return ts.preProcessFile(script).importedFiles.map(({ fileName }) => fileName);
}

describe('imports', () => {
  it.each(files)('%s keeps to its folder’s rule', (file) => {
    expect(importsOf(file).flatMap((target) => findFault(file, target) ?? [])).toEqual([]);
  });

  it('names the offender and both ways out', () => {
    expect(findFault('timeline/draw.ts', '../components/x.ts')).toBe(
      'timeline/draw.ts imports components/ (../components/x.ts), which timeline/ may not: it may import trace. Move the code, or change src/import-rules.ts and say why in ARCHITECTURE.md.',
    );
    expect(findFault('trace/parse.ts', 'astro/zod')).toBe(
      'trace/parse.ts imports the package astro/zod, which trace/ may not: it may import none.',
    );
  });
});

describe('the DOM', () => {
  const outside = files.filter(
    (file) => file.endsWith('.ts') && !file.startsWith('components/') && !file.startsWith('runners/sandbox/'),
  );

  it.each(outside)('%s does not touch it', (file) => {
    const code = readFileSync(path.join(root, file), 'utf8').replaceAll(
      /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g,
      '',
    );
    expect(code).not.toMatch(/\b(document|window|customElements|HTMLElement)\b\s*[.(;,)]/);
  });
});
