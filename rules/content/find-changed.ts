import { spawnSync } from 'node:child_process';

/** The files that differ from the main branch: those that a branch has committed, and those in the work tree. */
export type Changed = {
  /** What they were compared with, in words. */
  readonly since: string;
  /** Relative to the project; deleted files are left out. */
  readonly files: readonly string[];
};

const mains = ['upstream/main', 'origin/main', 'main'] as const;

/** Asks git what has changed; undefined if there is no git or no commit. */
export function findChanged(root: string): Changed | undefined {
  const git = (...args: readonly string[]): readonly string[] | undefined => {
    const { status, stdout } = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    return status === 0 ? stdout.split('\n').filter((line) => line !== '') : undefined;
  };
  const main = mains.find((name) => git('rev-parse', '--verify', '--quiet', `${name}^{commit}`) !== undefined);
  const base = (main === undefined ? undefined : git('merge-base', main, 'HEAD'))?.[0];
  const changed = git('diff', '--name-only', '--relative', '--diff-filter=d', base ?? 'HEAD');
  if (changed === undefined) return undefined;
  const added = git('ls-files', '--others', '--exclude-standard') ?? [];
  return {
    since: base === undefined || main === undefined ? 'the last commit' : `the branch ${main}`,
    files: [...new Set([...changed, ...added])].sort(),
  };
}
