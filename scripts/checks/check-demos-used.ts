import type { DemoPair } from '../../src/demos/find-pairs.ts';
import { lineAt } from './check-references.ts';
import type { Finding } from './finding.ts';
import type { Content } from './load-content.ts';

/**
 * Every demo that an article shows exists in its folder, and every pair in the folder is shown.
 *
 * @param broken paths without ending of pairs that other findings are about
 */
export function checkDemosUsed(
  content: Content,
  pairs: readonly DemoPair[],
  broken: ReadonlySet<string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const article of content.articles) {
    const own = new Map(pairs.filter((pair) => pair.article === article.id).map((pair) => [pair.name, pair]));
    for (const match of article.body.matchAll(/<Demo\s[^>]*?name="([^"]*)"/g)) {
      const name = match[1] ?? '';
      if (!own.has(name) && !broken.has(`content/articles/${article.id}/${name}`)) {
        findings.push({
          file: article.file,
          line: article.bodyLine + lineAt(article.body, match.index),
          message: `Expected a demo of this article, but there is no ${name}.ts with ${name}.py beside it`,
          fix: `Correct the name, or write the pair${own.size > 0 ? `; there are ${[...own.keys()].join(', ')}` : ''}.`,
        });
      }
    }
    for (const pair of own.values()) {
      if (
        !new RegExp(`<(Demo|Listing)\\s[^>]*?(name="${pair.name}"|file="${pair.name}\\.(ts|py)")`).test(article.body)
      ) {
        findings.push({
          file: pair.typescript.file,
          message: 'Expected every demo to be shown, but the article never names this one',
          fix: `Add <Demo name="${pair.name}" /> to index.mdx, or delete the pair.`,
        });
      }
    }
  }
  return findings;
}
