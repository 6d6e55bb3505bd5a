import { readFileSync } from 'node:fs';
import path from 'node:path';
import { articles, expect, test } from './site.ts';

const root = path.join(import.meta.dirname, '..');

for (const address of articles) {
  test(`the programs on ${address} are the files`, async ({ page }) => {
    await page.goto(address);
    for (const demo of await page.locator('figure.demo').all()) {
      const name = (await demo.getAttribute('id')) ?? '';
      for (const [language, ending] of [
        ['typescript', 'ts'],
        ['python', 'py'],
      ]) {
        const shown = await demo
          .locator(`.program[data-language="${language}"] pre`)
          .evaluate((pre) => pre.textContent);
        const file = readFileSync(path.join(root, 'content', address, `${name}.${ending}`), 'utf8');
        const program = file
          .replace(/^(?:(?:\/\/|#) .*\n)+\n(?=.)/, '')
          .replaceAll(/^[ \t]*(?:\/\/|#) ?(?:end)?region.*\n/gm, '');
        expect(shown.trim()).toBe(program.trim());
      }
    }
  });
}
