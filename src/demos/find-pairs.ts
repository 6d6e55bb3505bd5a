import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DemoError } from './demo-error.ts';
import { type FrontBlock, type ParsedProgram, parseProgram } from './parse-program.ts';

/** A demo before it has run: one program in both languages. */
export type DemoPair = {
  /** `<article>/<name>`. */
  readonly id: string;
  readonly article: string;
  readonly name: string;
  readonly front: FrontBlock;
  readonly typescript: Program;
  readonly python: Program;
};

/** One half of a pair. `file` is relative to the project, `source` is what is shown and run. */
export type Program = Omit<ParsedProgram, 'front'> & { readonly file: string };

/**
 * Reads every pair `<name>.ts` + `<name>.py` in `content/articles/<article>/` that has its `index.mdx`, sorted by id.
 *
 * @param root the project's folder
 * @throws {DemoError} if a half is missing, a name is no slug, a front block is wrong, or a pair has no title
 */
export function findPairs(root: string): readonly DemoPair[] {
  const base = path.join(root, 'content/articles');
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => existsSync(path.join(base, entry.name, 'index.mdx')))
    .flatMap((entry) => pairsOf(root, entry.name))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function pairsOf(root: string, article: string): readonly DemoPair[] {
  const folder = `content/articles/${article}`;
  const files = readdirSync(path.join(root, folder));
  const names = new Set(files.filter((file) => /\.(ts|py)$/.test(file)).map((file) => file.replace(/\.(ts|py)$/, '')));
  return [...names].map((name) => {
    for (const [half, other] of [
      ['ts', 'Python'],
      ['py', 'TypeScript'],
    ] as const) {
      const missing = half === 'ts' ? 'py' : 'ts';
      if (files.includes(`${name}.${half}`) && !files.includes(`${name}.${missing}`)) {
        throw new DemoError(
          `${folder}/${name}.${half}`,
          undefined,
          `Expected its ${other} twin ${name}.${missing} beside it, but there is none`,
          `Every demo is a pair; write the same program in ${other}.`,
        );
      }
    }
    return readPair(root, folder, article, name);
  });
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
  const read = (ending: string): { front: FrontBlock; program: Program } => {
    const file = `${folder}/${name}.${ending}`;
    const { front, ...rest } = parseProgram(file, readFileSync(path.join(root, file), 'utf8'));
    return { front, program: { file, ...rest } };
  };
  const { front: pythonFront, program: python } = read('py');
  const { front: typescriptFront, program: typescript } = read('ts');
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
