import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Finding } from './finding.ts';

/** Validity alone: what the HTML standard forbids, and no matter of taste. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  // Every script is the site's own.
  rules: { 'require-sri': 'off' },
});

/** Reads every page of the built site as the HTML standard does; `file` is relative to `dist`. */
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
