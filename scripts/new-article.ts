import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { articleExample, createArticle } from '../authoring/scaffold/create-article.ts';
import { explainRefusal } from '../authoring/scaffold/scaffold-error.ts';

// `npm run new:article -- <slug> --pep <number>`: makes an article that passes every check, for you to change until it says what
// you know.

const root = path.resolve(import.meta.dirname, '..');
try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { pep: { type: 'string' } } });
  const today = new Date().toISOString().slice(0, 10);
  const folder = createArticle(root, { slug: positionals[0], pep: values.pep, today });
  console.log(`Made ${folder}/: a text and two programs in both languages.

  npm run dev      shows it at /articles/${path.basename(folder)}/ and follows your changes
  npm run check    says what to fix

Change the programs first, then the words about them; content/STYLE.md says how.`);
} catch (error) {
  console.error(explainRefusal(error, articleExample));
  process.exit(1);
}
