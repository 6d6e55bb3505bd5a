import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

const content = path.join(import.meta.dirname, '../../content');
const endings = { typescript: 'ts', python: 'py' } as const;

/** The text of each program of the article that the page shows, by demo and language: `think typescript`. */
export async function readShownPrograms(page: Page): Promise<Readonly<Record<string, string>>> {
  const shown = await page
    .locator('figure.demo')
    .evaluateAll(
      (demos, languages) =>
        demos.flatMap((demo) =>
          languages.map((language) => [
            `${demo.id} ${language}`,
            (demo.querySelector(`.program[data-language="${language}"] pre`)?.textContent ?? '').trim(),
          ]),
        ),
      Object.keys(endings),
    );
  return Object.fromEntries(shown) as Readonly<Record<string, string>>;
}

/**
 * The content of the article's demo files under the same names, without front matter and the comments that mark regions.
 *
 * @param address the address of the article: `/articles/event-loop/`
 */
export function readProgramFiles(address: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.map((name) => {
      const [demo = '', language = ''] = name.split(' ');
      const file = `${demo}.${endings[language as keyof typeof endings]}`;
      const text = readFileSync(path.join(content, address, file), 'utf8')
        .replace(/^(?:(?:\/\/|#) .*\n)+\n(?=.)/, '')
        .replaceAll(/^[ \t]*(?:\/\/|#) ?(?:end)?region.*\n/gm, '');
      return [name, text.trim()];
    }),
  );
}
