import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Finding } from './finding.ts';

/** Only validity: what the HTML standard forbids, and no matters of taste. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  // Every script is the site's own.
  rules: { 'require-sri': 'off' },
});

/** Reads every page of the built site by the rules of the HTML standard; `file` is relative to `dist`. */
export function checkHtml(dist: string): readonly Finding[] {
  return globSync('**/*.html', { cwd: dist })
    .sort()
    .flatMap((file) =>
      validator.validateStringSync(readFileSync(path.join(dist, file), 'utf8'), file).results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => ({
          file,
          line,
          message: `Expected valid HTML, but got: ${message} (${ruleId})`,
          fix: 'Correct it where the page’s source writes it.',
        })),
      ),
    );
}
