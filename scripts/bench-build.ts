import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { measureBuild, type BuildCost } from './bench-build/measure-build.ts';
import { installStarlight, prepareOurs, prepareStarlight } from './bench-build/prepare-sites.ts';

/*
 * Builds copies of the site's content with more and more articles in a temporary folder, and Starlight with the same Markdown in the
 * same run; prints time and peak memory of the first build and of a second one after one edit.
 * `--articles 100,300,1000` says how many articles; `--without-starlight` builds ours alone.
 */
const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '100,300,1000' },
    'without-starlight': { type: 'boolean', default: false },
  },
});
const root = path.resolve(import.meta.dirname, '..');
const temporary = path.join(tmpdir(), 'yieldpoint-bench-build');
const installed = path.join(temporary, 'starlight');
const compared = !options['without-starlight'];
if (compared) installStarlight(root, installed);

console.log(['site', 'articles', 'pages', 'first, s', 'ms/article', 'MB', 'second, s', 'first/second'].join('\t'));
for (const count of options.articles.split(',').map(Number)) {
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`Expected --articles as numbers such as 100,300, but got ${options.articles}`);
  const ours = path.join(temporary, `ours-${count}`);
  prepareOurs(root, ours, count);
  report('Yieldpoint', count, ours, path.join(ours, 'content/articles/event-loop/index.mdx'));
  if (!compared) continue;
  const starlight = path.join(temporary, `starlight-${count}`);
  prepareStarlight(root, installed, starlight, count);
  report('Starlight', count, starlight, path.join(starlight, 'src/content/docs/event-loop.md'));
}
process.exit(0);

function report(site: string, count: number, folder: string, edited: string): void {
  const first = measureBuild(folder);
  appendFileSync(edited, '\nOne sentence more.\n');
  const second: BuildCost = measureBuild(folder);
  const row = [
    site,
    count,
    first.pages,
    first.seconds.toFixed(1),
    ((first.seconds * 1000) / count).toFixed(0),
    first.memory.toFixed(0),
    second.seconds.toFixed(1),
    (first.seconds / second.seconds).toFixed(2),
  ];
  console.log(row.join('\t'));
}
