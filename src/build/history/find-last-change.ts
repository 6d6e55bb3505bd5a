import { execFileSync } from 'node:child_process';

let changes: ReadonlyMap<string, string> | undefined;

/**
 * The day on which an article changed last, as 2001-12-21, from git; asks git once for all articles. Undefined if git or the
 * history is missing: in a shallow clone the oldest commit seems to have written everything.
 */
export function findLastChange(slug: string): string | undefined {
  changes ??= loadChanges();
  return changes.get(slug);
}

function loadChanges(): ReadonlyMap<string, string> {
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return new Map();
    return parseChanges(
      git(
        '-c',
        'core.quotePath=false',
        'log',
        '--no-merges',
        '--relative',
        '--format=%x00%as',
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

/**
 * Reads a log of commits, newest first: for each a zero character, its day, and the changed files, one a line. Returns the last day
 * for each article.
 */
export function parseChanges(log: string): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const commit of log.split('\0').slice(1)) {
    const [day = '', ...files] = commit.split('\n');
    for (const [, slug = ''] of files.flatMap((file) => [...file.matchAll(/^content\/articles\/([^/]+)\//g)])) {
      if (!days.has(slug)) days.set(slug, day);
    }
  }
  return days;
}
