import { findLine } from '../../src/build/demos/find-line.ts';
import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import type { Finding } from './finding.ts';
import { listTags, type Tag } from './list-tags.ts';
import type { Content } from './load-content.ts';
import { suggestNearest } from '../../src/engine/page/suggest-nearest.ts';

/**
 * Every program that an article shows is in its folder and has the requested lines.
 *
 * @param broken paths, without extension, of pairs that have other findings
 */
export function checkDemosKnown(
  { articles }: Content,
  pairs: readonly DemoPair[],
  broken: ReadonlySet<string>,
): readonly Finding[] {
  return articles.flatMap((article) => {
    const own = new Map(pairs.filter((pair) => pair.article === article.id).map((pair) => [pair.name, pair]));
    return listTags(article).flatMap((tag): readonly Finding[] => {
      const name = readShownName(tag) ?? (/^(?:Line|Step)$/.test(tag.name) ? tag.attributes.get('demo') : undefined);
      if (name === undefined || broken.has(`content/articles/${article.id}/${name}`)) return [];
      const place = { file: article.file, line: tag.line };
      const pair = own.get(name);
      if (pair !== undefined && tag.name === 'Line') return checkLine(place, tag, pair);
      if (pair !== undefined) return tag.name === 'Listing' ? checkLines(place, tag, pair) : [];
      const there = own.size > 0 ? `; there are ${[...own.keys()].join(', ')}` : '';
      const found = `there is no ${name}.ts with ${name}.py beside it`;
      return [
        {
          ...place,
          message: `Expected a demo of this article, but ${found}`,
          fix: `${suggestNearest(name, own.keys())}Correct the name, or write the pair${there}.`,
        },
      ];
    });
  });
}

/** The name of the pair that a `<Demo>` or `<Listing>` shows. */
export function readShownName({ name, attributes }: Tag): string | undefined {
  if (name === 'Demo') return attributes.get('name');
  return name === 'Listing' ? attributes.get('file')?.replace(/\.(?:ts|py)$/, '') : undefined;
}

function checkLine(place: Pick<Finding, 'file' | 'line'>, { attributes }: Tag, pair: DemoPair): readonly Finding[] {
  const found = findLine(pair, attributes.get('has') ?? '', attributes.get('typescript'));
  if (!('fault' in found)) return [];
  const fix = 'Correct the text; typescript="…" says how the TypeScript program writes it.';
  return [{ ...place, message: found.fault, fix }];
}

function checkLines(
  place: Pick<Finding, 'file' | 'line'>,
  { attributes }: Tag,
  { name, typescript, python }: DemoPair,
): readonly Finding[] {
  const file = attributes.get('file') ?? '';
  const program = file.endsWith('.ts') ? typescript : file.endsWith('.py') ? python : undefined;
  if (program === undefined) {
    const message = `Expected one half of the pair, but got file="${file}"`;
    return [{ ...place, message, fix: `Write file="${name}.ts" or file="${name}.py".` }];
  }
  const region = attributes.get('region');
  const [from, to] = (region === undefined ? undefined : program.regions[region]) ?? [1, Infinity];
  if (region !== undefined && program.regions[region] === undefined) {
    const comment = file.endsWith('.py') ? '#' : '//';
    return [
      {
        ...place,
        message: `Expected a region of ${file}, but it has none named "${region}"`,
        fix: `Put its lines between "${comment} region ${region}" and "${comment} endregion".`,
      },
    ];
  }
  const mark = attributes.get('mark');
  const lines = program.source.split('\n').slice(from - 1, to);
  if (mark === undefined || lines.some((line) => line.includes(mark))) return [];
  return [
    {
      ...place,
      message: `Expected mark to be a text of the lines shown of ${file}, but none of them has "${mark}"`,
      fix: 'Correct the text.',
    },
  ];
}
