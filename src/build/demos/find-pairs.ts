import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DemoError } from './demo-error.ts';
import { type FrontBlock, type ParsedProgram, parseProgram } from './parse-program.ts';

/** A demo before it has run: one program in both languages. */
export type DemoPair = {
  /** `<article>/<name>`. */
  readonly id: string;
  /** The article's folder; `playground` for a program in the playground's menu. */
  readonly article: string;
  readonly name: string;
  readonly front: FrontBlock;
  readonly typescript: DemoHalf;
  readonly python: DemoHalf;
};

/** One half of a pair. `file` is relative to the project, `source` is the text that is shown and run. */
export type DemoHalf = Omit<ParsedProgram, 'front'> & { readonly file: string };

/** Used as the article of the programs in the playground's menu. */
export const playgroundFolder = 'playground';

/**
 * Reads every pair `<name>.ts` + `<name>.py` in `content/articles/<article>/` that has its `index.mdx`, sorted by id, and then those in
 * `content/playground/`.
 *
 * @param root the project's folder
 * @throws {DemoError} the first of `listPairs`, if there is any
 */
export function findPairs(root: string): readonly DemoPair[] {
  return listPairs(root).map((pair) => {
    if (pair instanceof DemoError) throw pair;
    return pair;
  });
}

/** Like `findPairs`, but a broken pair (a missing half, title or slug) becomes an error instead of stopping the search. */
export function listPairs(root: string): readonly (DemoPair | DemoError)[] {
  const base = path.join(root, 'content/articles');
  const articles = listNames(base).filter((article) => existsSync(path.join(base, article, 'index.mdx')));
  return [
    ...articles.flatMap((article) => listFolder(root, `content/articles/${article}`, article)),
    ...listFolder(root, `content/${playgroundFolder}`, playgroundFolder),
  ];
}

function listFolder(root: string, folder: string, article: string): readonly (DemoPair | DemoError)[] {
  const files = listNames(path.join(root, folder)).filter((file) => /\.(ts|py)$/.test(file));
  const names = new Set(files.map((file) => file.slice(0, -'.ts'.length)));
  return [...names].sort().map((name) => {
    try {
      return findMissingTwin(folder, name, files) ?? readPair(root, folder, article, name);
    } catch (error) {
      if (error instanceof DemoError) return error;
      throw error;
    }
  });
}

function listNames(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function findMissingTwin(folder: string, name: string, files: readonly string[]): DemoError | undefined {
  const [missing, language] = !files.includes(`${name}.ts`) ? ['ts', 'TypeScript'] : ['py', 'Python'];
  if (files.includes(`${name}.${missing}`)) return undefined;
  return new DemoError(
    `${folder}/${name}.${missing === 'ts' ? 'py' : 'ts'}`,
    undefined,
    `Expected its ${language} twin ${name}.${missing} beside it, but there is none`,
    `Every demo is a pair; write the same program in ${language}.`,
  );
}

function readPair(root: string, folder: string, article: string, name: string): DemoPair {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new DemoError(
      `${folder}/${name}.ts`,
      undefined,
      `Expected a demo name of lower-case letters, digits and hyphens, but got "${name}"`,
      'Rename both halves.',
    );
  }
  const read = (ending: string): { front: FrontBlock; program: DemoHalf } => {
    const file = `${folder}/${name}.${ending}`;
    const { front, ...rest } = parseProgram(file, readFileSync(path.join(root, file), 'utf8'));
    return { front, program: { file, ...rest } };
  };
  const { front: pythonFront, program: pythonHalf } = read('py');
  const { front: typescriptFront, program: typescriptHalf } = read('ts');
  // If only one half says what to show, it counts for both.
  const python = { ...pickShow(typescriptHalf), ...pythonHalf };
  const typescript = { ...pickShow(pythonHalf), ...typescriptHalf };
  const front = { ...pythonFront, ...typescriptFront };
  if (front.title === undefined) {
    throw new DemoError(
      typescript.file,
      1,
      'Expected a title in the front block, but found none',
      'Begin the file with "// title: …", then a blank line, then the program.',
    );
  }
  return {
    id: `${article}/${name}`,
    article,
    name,
    front,
    typescript,
    python,
  };
}

const pickShow = ({ show }: DemoHalf): Pick<DemoHalf, 'show'> => (show === undefined ? {} : { show });
