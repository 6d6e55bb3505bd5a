import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import { readShownName } from './check-demos-known.ts';
import type { Finding } from './finding.ts';
import { listTags } from './list-tags.ts';
import type { Content } from './load-content.ts';

/** Every pair in an article's folder is shown in the article. */
export function checkDemosUsed({ articles }: Content, pairs: readonly DemoPair[]): readonly Finding[] {
  return articles.flatMap((article) => {
    const shown = new Set(listTags(article).map(readShownName));
    return pairs
      .filter((pair) => pair.article === article.id && !shown.has(pair.name))
      .map(({ name, typescript }) => ({
        file: typescript.file,
        message: 'Expected every demo to be shown, but the article never names this one',
        fix: `Add <Demo name="${name}" /> to index.mdx, or delete the pair.`,
      }));
  });
}
