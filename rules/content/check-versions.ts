import type { Finding } from './finding.ts';
import type { Content } from './load-content.ts';
import { suggestNearest } from '../../src/engine/page/suggest-nearest.ts';

/** Every Python that an article or a record names has been released: `content/releases.yaml` lists it. */
export function checkVersions({ articles, peps, releases }: Content): readonly Finding[] {
  if (releases === undefined) return [];
  const known = new Set(releases.data.python.map(({ version }) => version));
  const check = (file: string, line: number | undefined, field: string, version: string): readonly Finding[] =>
    known.has(version)
      ? []
      : [
          {
            file,
            line: line ?? 1,
            message: `Field "${field}": Expected a Python of content/releases.yaml, but got "${version}"`,
            fix: `${suggestNearest(version, known)}Correct the version, or add the release there.`,
          },
        ];
  return [
    ...articles.flatMap(({ file, data, lineOf }) =>
      data.changed.flatMap(({ version }, at) =>
        check(file, lineOf('changed', at, 'version'), `changed.${at}.version`, version),
      ),
    ),
    ...peps.flatMap(({ file, data: { python }, lineOf }) =>
      python === undefined ? [] : check(file, lineOf('python'), 'python', python),
    ),
  ];
}
