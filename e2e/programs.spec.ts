import { areLines, readBroughtPrograms } from '../conformance/programs/read-brought-programs.ts';
import { openPlayground } from './open-playground.ts';
import { expect, test } from './site.ts';

// One program of each sort of conformance/programs, where a reader pastes it; the unit tests run all of them, in Node.
test.describe.configure({ timeout: 180_000 });

test('programs of every sort show in the playground what they show in the terminal', async ({ page }) => {
  const { write, turn, run, said, console, stage } = await openPlayground(page);
  const ending = stage.locator('.ending');
  for (const program of readBroughtPrograms().filter(({ isForPage }) => isForPage)) {
    await test.step(program.title, async () => {
      await turn(program.language === 'python' ? 'Python' : 'TypeScript');
      await write(program.source);
      await said.evaluate((place) => place.replaceChildren());
      await run.click();
      await expect(said).toHaveText(/\S/, { timeout: 60_000 });
      await expect(page.locator('.bench')).not.toHaveAttribute('data-running', '', { timeout: 60_000 });
      if (/^\d+:\d+ /.test(program.ending)) {
        for (const line of program.ending.split('\n')) await expect(said).toContainText(line.replace(/^\S+ /, ''));
        return;
      }
      const lines = await console.locator('samp').allTextContents();
      if (!areLines(lines, program.console)) expect(lines).toEqual(program.console);
      expect((await ending.textContent()) ?? '').toBe(program.ending);
    });
  }
});
