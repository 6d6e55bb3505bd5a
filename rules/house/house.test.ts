import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawRoomTable, putTable } from './draw-table.ts';
import { findImportFault } from './find-faults.ts';
import { type Import, listCircles, listFiles, listScriptFiles, readImports } from './read-imports.ts';
import { listDoubleNames, listExports, readExports } from './read-exports.ts';
import { rooms } from './rooms.ts';

const root = path.resolve(import.meta.dirname, '../..');
const files = listFiles(root);
const imports = files.flatMap((file) => readImports(root, file));
const scriptFiles = listScriptFiles(imports);

const from = (file: string, target: string, more: Partial<Import> = {}): string | undefined =>
  findImportFault({ file, target, isPackage: false, isInScript: false, ...more }, scriptFiles);

describe('the house', () => {
  it('follows the rules of its rooms in every import', () => {
    expect(imports.length).toBeGreaterThan(1000);
    expect(imports.flatMap((found) => findImportFault(found, scriptFiles) ?? [])).toEqual([]);
  });

  it('has no circle of imports, of types included', () => {
    expect(listCircles(imports)).toEqual([]);
  });

  it('gives a reason at the head of every source file past 250 lines', () => {
    const long = files.filter((file) => {
      if (/\.(test|test-d|spec)\.ts$/.test(file)) return false;
      const lines = readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n');
      return lines.length > 250 && !/\b(A long file|file is long),[\s*]+because\b/.test(lines.slice(0, 20).join(' '));
    });
    expect(long).toEqual([]);
  });

  it('exports each name from one file', () => {
    const found = files.flatMap((file) => readExports(root, file));
    expect(found.length).toBeGreaterThan(1000);
    expect(listDoubleNames(found)).toEqual([]);
  });

  it('has every file of src in a room, except those that Astro needs at its root', () => {
    const outside = files.filter(
      (file) => file.startsWith('src/') && !rooms.some(({ folder }) => file.startsWith(`${folder}/`)),
    );
    expect(outside).toEqual(['src/astro-files.d.ts', 'src/content.config.ts', 'src/env.d.ts']);
  });

  it('touches the DOM only in files that a script brings into the browser', () => {
    const touching = files.filter((file) => {
      if (!/^src\/(engine|build|layouts|markdown|pages)\/.*\.ts$/.test(file) || /\.test\.ts$/.test(file)) return false;
      const code = readFileSync(path.join(root, file), 'utf8').replaceAll(
        /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g,
        '',
      );
      return /\b(document|window|customElements|HTMLElement)\b\s*[.(;,)]/.test(code);
    });
    expect(touching).toEqual([]);
  });

  it('matches the table in ARCHITECTURE.md', () => {
    const text = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
    expect(putTable(text, drawRoomTable(imports)), 'Run npm run house.').toBe(text);
  });
});

describe('a fault', () => {
  it('names the offending import and the possible fixes, for each rule', () => {
    expect(from('src/engine/timeline/a.ts', 'src/build/b.ts')).toBe(
      'src/engine/timeline/a.ts imports src/build/b.ts, but src/engine/timeline/ may import only itself. Move the code to where both may reach it (src/engine), or into the other room.',
    );
    expect(from('src/engine/trace/a.ts', 'astro/zod', { isPackage: true })).toBe(
      'src/engine/trace/a.ts imports the package astro/zod, which src/engine/trace/ may not: it may import no package. Move the code, or name the package in rules/house/rooms.ts and say why in docs/decisions/.',
    );
    expect(from('src/build/a.ts', 'src/browser/stage/b.ts')).toContain('may import only src/engine and src/build');
    expect(from('src/browser/stage/a.ts', 'src/build/b.ts')).toContain('may import only src/engine and src/browser');
    expect(from('src/pages/a.astro', 'src/browser/stage/b.ts')).toContain('src/browser only from a <script>');
    expect(from('src/pages/a.astro', 'src/build/b.ts', { isInScript: true })).toContain('it runs in the browser');
    expect(from('src/pages/a.astro', 'node:fs', { isPackage: true, isInScript: true })).toContain('there is no Node');
    expect(from('src/components/a.ts', 'conformance/b.ts')).toContain('src/components/ becomes HTML');
  });

  it('does not exist for imports of scripts and tests', () => {
    expect(from('src/pages/a.astro', 'src/browser/stage/b.ts', { isInScript: true })).toBeUndefined();
    expect(from('src/engine/trace/a.test.ts', 'src/build/b.ts')).toBeUndefined();
  });

  it('is a circle of two files, and one of a file with itself', () => {
    const edge = (file: string, target: string): Import => ({ file, target, isPackage: false, isInScript: false });
    expect(listCircles([edge('a', 'b'), edge('b', 'c'), edge('c', 'b'), edge('d', 'd')])).toEqual([['b', 'c'], ['d']]);
    expect(listCircles([edge('a', 'b'), edge('b', 'c'), edge('a', 'c')])).toEqual([]);
  });
});

describe('a name of two files', () => {
  it('is a value, a function, a class or a type that both declare', () => {
    const first = listExports(
      'a.ts',
      'export const one = 1, two = 2;\nexport function three(): void {}\nclass Four {}\nexport { Four };',
    );
    const second = listExports(
      'b.ts',
      'export class Four {}\nexport type two = 1;\nconst one = 1;\nexport default function three() {}',
    );
    expect(listDoubleNames([...first, ...second])).toEqual([
      'two is exported by a.ts and b.ts. Give each thing a name of its own, or keep one of them.',
      'Four is exported by a.ts and b.ts. Give each thing a name of its own, or keep one of them.',
    ]);
  });

  it('is not one that a file passes on, overloads, or declares because a convention asks for it', () => {
    const passedOn =
      "import { one } from './a.ts';\nexport { one };\nexport { two } from './a.ts';\nexport * from './a.ts';";
    expect(listExports('b.ts', passedOn)).toEqual([]);
    expect(listExports('a.ts', 'export function one(): void;\nexport function one(): void {}')).toHaveLength(1);
    const pages = ['src/pages/rss.xml.ts', 'src/pages/atom.xml.ts'].map((file) => ({ file, name: 'GET' }));
    expect(listDoubleNames(pages)).toEqual([]);
    expect(listDoubleNames(pages.map(({ name }, at) => ({ name, file: `src/build/${at}.ts` })))).toHaveLength(1);
  });
});
