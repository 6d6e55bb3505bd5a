import { fenceLanguages } from '../../src/markdown/fence-languages.ts';
import type { Finding } from './finding.ts';
import type { Content } from './load-content.ts';

/** The code fences of an article name a language that is highlighted, or none. */
export function checkFences({ articles }: Content): readonly Finding[] {
  return articles.flatMap(({ file, body, bodyLine }) => {
    let open: string | undefined;
    return body.split('\n').flatMap((text, at) => {
      const [, fence, language = ''] = /^\s*(`{3,}|~{3,})\s*([^\s`]*)/.exec(text) ?? [];
      if (fence === undefined) return [];
      if (open !== undefined) {
        if (language === '' && fence.startsWith(open)) open = undefined;
        return [];
      }
      open = fence;
      if (language === '' || fenceLanguages.includes(language)) return [];
      return [
        {
          file,
          line: bodyLine + at,
          message: `Expected a code fence in one of ${fenceLanguages.join(', ')}, but got "${language}"`,
          fix: 'Correct the word after the three backticks, or write "text".',
        },
      ];
    });
  });
}
