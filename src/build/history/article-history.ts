import { execFileSync } from 'node:child_process';

/** Who changed an article, the most active first, and the day of its last change. */
export type ArticleHistory = { readonly contributors: readonly string[]; readonly changed: string };

let histories: ReadonlyMap<string, ArticleHistory> | undefined;

/**
 * The history of an article as git tells it; asks git once for all articles. Nothing where git or the history is missing: in a
 * shallow clone the oldest commit seems to have written everything.
 */
export function findArticleHistory(slug: string): ArticleHistory | undefined {
  histories ??= loadHistories();
  return histories.get(slug);
}

function loadHistories(): ReadonlyMap<string, ArticleHistory> {
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return new Map();
    return parseHistories(
      git(
        '-c',
        'core.quotePath=false',
        'log',
        '--no-merges',
        '--relative',
        '--format=%x00%as%x09%aN',
        '--name-only',
        '--',
        'content/articles',
      ),
    );
  } catch {
    return new Map();
  }
}

function git(...parameters: string[]): string {
  return execFileSync('git', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });
}

/** Reads a log of commits, newest first, each a zero character, day, tab, author, and the files changed, a line each. */
export function parseHistories(log: string): ReadonlyMap<string, ArticleHistory> {
  const articles = new Map<string, { changed: string; commits: Map<string, number> }>();
  for (const commit of log.split('\0').slice(1)) {
    const [head = '', ...files] = commit.split('\n');
    const [day = '', author = ''] = head.split('\t');
    const slugs = new Set(files.flatMap((file) => /^content\/articles\/([^/]+)\//.exec(file)?.[1] ?? []));
    for (const slug of slugs) {
      const article = articles.get(slug) ?? { changed: day, commits: new Map<string, number>() };
      article.commits.set(author, (article.commits.get(author) ?? 0) + 1);
      articles.set(slug, article);
    }
  }
  return new Map(
    [...articles].map(([slug, { changed, commits }]) => [
      slug,
      {
        changed,
        contributors: [...commits].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([author]) => author),
      },
    ]),
  );
}
