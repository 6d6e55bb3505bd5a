import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkProse } from '../prose/check-prose.ts';
import { loadWords } from '../prose/load-words.ts';
import { readMdx } from '../prose/read-mdx.ts';
import { componentAttributes, stateNames } from './check-components.ts';
import { formatFinding } from './finding.ts';

const root = path.resolve(import.meta.dirname, '../..');
const knownComponents = Object.keys(componentAttributes);
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('knows the components that an article may use', () => {
  const [, names = ''] =
    /articleComponents = \{([^}]*)\}/.exec(read('src/components/prose/article-components.ts')) ?? [];
  expect(knownComponents, 'Fix the list in rules/content/check-components.ts').toEqual(
    [...names.matchAll(/\w+/g)].map(([name]) => name).sort(),
  );
});

it.each(Object.entries(componentAttributes))('knows the attributes of %s', (name, { needs, takes }) => {
  const [file = ''] = ['prose', 'demo']
    .map((folder) => `src/components/${folder}/${name}.astro`)
    .filter((each) => existsSync(path.join(root, each)));
  const [, props = ''] = /interface Props \{([^}]*)\}/.exec(read(file)) ?? [];
  const given = [...props.matchAll(/readonly (\w+)(\??):/g)].map(([, attribute = '', mark]) => ({
    attribute,
    isNeeded: mark === '',
  }));
  expect(given.filter(({ isNeeded }) => isNeeded).map(({ attribute }) => attribute)).toEqual(needs);
  expect(
    given
      .filter(({ isNeeded }) => !isNeeded)
      .map(({ attribute }) => attribute)
      .sort(),
  ).toEqual(takes);
});

it('knows the states that State shows', () => {
  const [, states = ''] = /readonly is: (.*);/.exec(read('src/components/prose/State.astro')) ?? [];
  expect(states.split(' | ').map((state) => state.slice(1, -1))).toEqual(stateNames);
});

it('shows every component on the page for contributors, with its source and its result', () => {
  const text = read('src/pages/_authoring.mdx');
  const missing = knownComponents.filter((name) => text.split(`<${name}`).length < 3 || !text.includes(`## ${name}\n`));
  expect(missing, 'Add a section with an example to src/pages/_authoring.mdx').toEqual([]);
});

it('is written like an article', () => {
  const file = 'src/pages/_authoring.mdx';
  expect(checkProse(readMdx(file, read(file)), read(file), loadWords(root)).map(formatFinding)).toEqual([]);
});

it('shows the file of a term in the guide unchanged', () => {
  const [, shown = ''] =
    /This is `ready-queue\.yaml`:\n\n {3}```yaml\n([^]*?) {3}```/.exec(read('CONTRIBUTING.md')) ?? [];
  expect(shown.replaceAll(/^ {3}/gm, '')).toBe(read('content/glossary/ready-queue.yaml'));
});
