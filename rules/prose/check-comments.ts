import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../content/finding.ts';
import { findPhrases } from './check-prose.ts';
import { readComments } from './read-comments.ts';
import { commentPhrases } from './voice.ts';

const folders = ['src', 'conformance', 'rules', 'authoring', 'scripts', 'e2e'];

/** Programs that people bring, packages, and the rules that quote what they refuse. */
const exempt = /\/(?:node_modules|dist|programs|corpus)\/|^rules\/prose\//;

/** The source files of the project with comments, sorted, relative to the project. */
export function listSourceFiles(root: string): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file.replaceAll('\\', '/')}`,
      ),
    )
    .filter((file) => /\.(?:ts|mjs|cjs|astro|css|py)$/.test(file) && !exempt.test(file))
    .sort();
}

/** Checks the comments and test titles of source files, named relative to the project, for phrases that sound translated. */
export function checkComments(root: string, files: readonly string[]): readonly Finding[] {
  return files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return findPhrases(readComments(file, text), text, commentPhrases);
  });
}
