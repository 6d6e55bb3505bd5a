import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { formatGrowth, formatRow, heading, type Row } from '../conformance/bench/build/format-rows.ts';
import { measureBuild } from '../conformance/bench/build/measure-build.ts';
import { prepareOurs, prepareStarlight } from '../conformance/bench/build/prepare-sites.ts';
import { exitWith, readOptions } from './read-options.ts';

/*
 * Builds increasing numbers of copies of the site's articles in a temporary folder: as plain articles; the same Markdown with
 * Starlight; and complete, with their demos. Prints a row for each build when it is done, for a first build with empty caches and a
 * second one after one edit, and at the end the cost of one more article. `--articles 100,300,1000` says how many articles,
 * `--sites plain,starlight,whole` which sites, `--limit-minutes 120` how long a build may take. One site is on disk at a time, and
 * the folder is removed at the end.
 */
const { values: options } = readOptions(
  {
    options: {
      articles: { type: 'string', default: '100,300,1000' },
      sites: { type: 'string', default: 'plain,starlight,whole' },
      'limit-minutes': { type: 'string', default: '120' },
    },
  },
  'npm run bench:build -- --articles 100 --sites plain,starlight',
);
const root = path.resolve(import.meta.dirname, '..');
const temporary = path.join(tmpdir(), 'yieldpoint-bench-build');
const site = path.join(temporary, 'site');

const names = { plain: 'Yieldpoint, plain', starlight: 'Starlight', whole: 'Yieldpoint, whole' } as const;
const sites = options.sites.split(',').map((name) => {
  if (name === 'plain' || name === 'starlight' || name === 'whole') return name;
  return exitWith(`Expected --sites as some of plain,starlight,whole, but got ${options.sites}.`);
});
const counts = options.articles.split(',').map((text) => {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  return exitWith(`Expected --articles as numbers such as 100,300, but got ${options.articles}.`);
});
const limit = Number(options['limit-minutes']);
if (!(limit > 0)) exitWith(`Expected --limit-minutes as a number, but got ${options['limit-minutes']}.`);

const rows: Row[] = [];
try {
  mkdirSync(temporary, { recursive: true });
  console.log(heading);
  for (const count of counts) for (const name of sites) await measure(name, count);
  console.log(`\n${formatGrowth(rows)}`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** Both builds of one site. If one fails or takes too long, a message replaces its row. */
async function measure(name: keyof typeof names, articles: number): Promise<void> {
  const say = (what: string): void => console.error(`… ${names[name]}, ${articles} articles: ${what}`);
  try {
    if (name === 'starlight') prepareStarlight(root, site, articles);
    else prepareOurs(root, site, articles, name);
    say(`first build, at most ${limit} minutes`);
    const first = await measureBuild(site, limit);
    say(`second build, after one edit; the first took ${first.seconds.toFixed(0)} s`);
    const text = name === 'starlight' ? 'src/content/docs/event-loop.md' : 'content/articles/event-loop/index.mdx';
    appendFileSync(path.join(site, text), '\nOne sentence more.\n');
    const row = { site: names[name], articles, first, second: await measureBuild(site, limit) };
    rows.push(row);
    console.log(formatRow(row));
  } catch (error) {
    console.log(`${names[name]}\t${articles}\t${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
