import { fenceLanguages } from '../../src/markdown/fence-languages.ts';
import { readStill } from '../../src/markdown/read-still.ts';
import type { Finding } from './finding.ts';
import type { Content } from './load-content.ts';

/** The languages in which a reader expects code to run. */
const running: ReadonlySet<string> = new Set(['python', 'py', 'typescript', 'ts', 'javascript', 'js']);

/**
 * The code fences of an article name a highlighted language, or none, and code that could run says why it does not, because the
 * site's programs run where they are shown.
 */
export function checkFences({ articles }: Content): readonly Finding[] {
  return articles.flatMap(({ file, body, bodyLine }) => {
    let open: string | undefined;
    let openedAt = 0;
    const findings = body.split('\n').flatMap((text, at): readonly Finding[] => {
      const [, fence, language = '', meta = ''] = /^\s*(`{3,}|~{3,})\s*([^\s`]*)(.*)/.exec(text) ?? [];
      if (fence === undefined) return [];
      if (open !== undefined) {
        if (language === '' && fence.startsWith(open)) open = undefined;
        return [];
      }
      [open, openedAt] = [fence, at];
      if (running.has(language) && readStill(meta) === undefined) {
        return [
          {
            file,
            line: bodyLine + at,
            message: 'Expected code that does not run in the page to say why, but this fence does not',
            fix: `Make it a demo, or write why: \`\`\`${language} still="it opens sockets, which a page may not".`,
          },
        ];
      }
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
    if (open === undefined) return findings;
    const unclosed = {
      file,
      line: bodyLine + openedAt,
      message: 'Expected the code that begins here to end, but all the rest of the article is within it',
      fix: `Write ${open} on a line of its own after the last line of code.`,
    };
    return [...findings, unclosed];
  });
}
