import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createDemo, demoExample } from '../authoring/scaffold/create-demo.ts';
import { explainRefusal, ScaffoldError } from '../authoring/scaffold/scaffold-error.ts';

// `npm run new:demo -- <article>/<name> [--generator|--async]`: makes a pair of programs, and a section that shows it.

const root = path.resolve(import.meta.dirname, '..');
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { generator: { type: 'boolean' }, async: { type: 'boolean' } },
  });
  if (values.generator === true && values.async === true)
    throw new ScaffoldError('Expected --generator or --async, but got both. A demo is of one kind; make two demos.');
  const id = positionals[0];
  const files = createDemo(root, id, values.generator === true ? 'generator' : 'async');
  console.log(`${files.join('\n')}

  npm run demo -- ${id ?? ''} --watch    runs both programs at every change
  npm run dev      shows the demo at the end of /articles/${id?.split('/')[0] ?? ''}/
  npm run check    says what to fix

Change the programs first, then the words about them; CONTRIBUTING.md says how.`);
} catch (error) {
  console.error(explainRefusal(error, demoExample));
  process.exit(1);
}
