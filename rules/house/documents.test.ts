import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The documents for people who work on the project. Changelogs name what there was, so they are left out. */
const documents = ['.', '.github', 'docs', 'src', 'conformance', 'content', 'authoring', 'rules']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((file) =>
      path.posix.join(folder, file.replaceAll('\\', '/')),
    ),
  )
  .filter((file) => file.endsWith('.md') && !/node_modules\/|\/dist\/|CHANGELOG\.md$|^content\/articles\//.test(file));

const scriptsOf = (folder: string): Readonly<Record<string, string>> =>
  (JSON.parse(read(path.posix.join(folder, 'package.json'))) as { scripts: Record<string, string> }).scripts;

/** The parts of a document that are code: in backticks, and in fences. */
function listCode(text: string): readonly string[] {
  const fences = [...text.matchAll(/^ *```[^\n]*\n([\s\S]*?)^ *```/gm)].map(([, code = '']) => code);
  const inline = [...text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`\n]+)`/g)];
  return [...fences, ...inline.map(([, code = '']) => code)];
}

const withoutCode = (text: string): string => text.replaceAll(/^ *```[\s\S]*?^ *```|`[^`\n]+`(?!\])/gm, '');

it('knows the documents', () => {
  expect(documents.length).toBeGreaterThan(15);
});

it.each(documents)('links only to existing files in %s', (file) => {
  const targets = [...withoutCode(read(file)).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
    ([, target = '']) => target,
  );
  const dead = targets.filter((target) => !existsSync(path.join(root, path.dirname(file), target)));
  expect(dead, 'Correct these links; they begin in the folder of the document.').toEqual([]);
});

it.each(documents)('names only existing files in %s', (file) => {
  const isFile = /^(?:[\w.@-]+\/)+[\w.@-]+\.(?:ts|mjs|cjs|astro|css|py|json|yml|yaml|md|sh)$/;
  const isFolder =
    /^(?:src|scripts|content|e2e|docs|conformance|rules|authoring|public|\.github)\/(?:[\w.@-]+\/?)*(?:[\w-]+|\/)$/;
  const named = listCode(read(file)).filter((code) => isFile.test(code) || isFolder.test(code));
  const places = ['.', path.dirname(file), ...(file.startsWith('conformance') ? [] : ['content'])];
  const missing = named.filter(
    (name) => !/(?:^|\/)dist(?:\/|$)/.test(name) && !places.some((place) => existsSync(path.join(root, place, name))),
  );
  expect(
    missing,
    'Correct these paths; they begin at the root of the project or in the folder of the document.',
  ).toEqual([]);
});

it.each(documents)('names only existing commands in %s', (file) => {
  const own = scriptsOf('.');
  const workspace = scriptsOf('src/engine/scheduler');
  const isOfScheduler = file.startsWith('src/engine/scheduler/');
  const unknown = listCode(read(file)).flatMap((code) =>
    [...code.matchAll(/\bnpm run ([\w:-]+)([^\n`]*)/g)]
      .filter(
        ([, name = '', rest = '']) =>
          !(
            name in
            (rest.includes('-w @yieldpoint/scheduler') ? workspace : isOfScheduler ? { ...own, ...workspace } : own)
          ),
      )
      .map(([command]) => command),
  );
  expect(unknown, 'Correct these commands; package.json has them under "scripts".').toEqual([]);
});

it.each(documents)('names only existing tests and steps in %s', (file) => {
  const steps = [...read('scripts/test.ts').matchAll(/\{ name: '([\w ]+)'/g)].map(([, name]) => name);
  expect(steps).toContain('unit');
  const wrong = listCode(read(file)).flatMap((code) => [
    ...[...code.matchAll(/\bnpm test ((?:[a-z]+ ?)+)/g)].flatMap(([, names = '']) =>
      names
        .trim()
        .split(' ')
        .filter((name) => !steps.includes(name)),
    ),
    ...[...code.matchAll(/\bnpx (?:vitest run|playwright test) ([^\n`#]+)/g)].flatMap(([, names = '']) =>
      names
        .trim()
        .split(' ')
        .filter((name) => !/[<-]/.test(name[0] ?? '') && !name.includes('<') && !existsSync(path.join(root, name))),
    ),
  ]);
  expect(wrong, 'Correct these names: of steps in scripts/test.ts, or of tests, from the root of the project.').toEqual(
    [],
  );
});
