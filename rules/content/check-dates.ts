import { spawnSync } from 'node:child_process';
import type { Finding } from './finding.ts';
import type { Content, Loaded } from './load-content.ts';

/**
 * No date of an article or of a PEP's record is in the future.
 *
 * @param today as 2001-12-21
 */
export function checkDates({ articles, peps }: Content, today: string): readonly Finding[] {
  return [
    ...articles.flatMap((article) => checkFields(article, today)),
    ...peps.flatMap((pep) => checkFields(pep, today)),
  ];
}

const fields = ['published', 'created', 'released'] as const;

function checkFields({ file, data, lineOf }: Loaded<object>, today: string): readonly Finding[] {
  return fields.flatMap((field) => {
    const { [field]: day } = data as Partial<Record<string, unknown>>;
    if (typeof day !== 'string' || day <= today) return [];
    return [
      {
        file,
        line: lineOf(field) ?? 1,
        message: `Field "${field}": Expected a day that has come, but got ${day}`,
        fix: 'Correct the date; for an article it is the day on which it is sent.',
      },
    ];
  });
}

/** Today's date in the time zone that is furthest ahead, or the date of the last commit if the clock is behind it. */
export function findToday(root: string): string {
  const clock = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
  const commit = spawnSync('git', ['log', '-1', '--format=%cs'], { cwd: root, encoding: 'utf8' });
  const day = commit.status === 0 ? commit.stdout.trim() : '';
  return day > clock ? day : clock;
}
