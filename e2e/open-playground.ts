import type { Locator, Page } from '@playwright/test';
import { expect } from './site.ts';

/** The playground of a page, as a reader finds it. */
export type PlaygroundPage = {
  readonly editor: Locator;
  readonly run: Locator;
  /** The message about the last action. */
  readonly said: Locator;
  readonly title: Locator;
  readonly console: Locator;
  readonly stage: Locator;
  /** Replaces the program with a text. */
  readonly write: (text: string) => Promise<void>;
  /** Switches the site to a language, and waits until the program is in it. */
  readonly turn: (language: 'Python' | 'TypeScript') => Promise<void>;
  /** Chooses from one of the two menus. */
  readonly choose: (menu: 'Programs' | 'File', entry: string | RegExp) => Promise<void>;
};

/** Opens the playground, and waits for its editor. */
export async function openPlayground(page: Page, address = '/playground/'): Promise<PlaygroundPage> {
  await page.goto(address);
  const found = findPlayground(page);
  await expect(found.editor).toBeVisible();
  return found;
}

export function findPlayground(page: Page): PlaygroundPage {
  const bench = page.locator('.bench');
  const editor = bench.getByRole('textbox', { name: /editor$/ });
  return {
    editor,
    run: bench.getByRole('button', { name: 'Run', exact: true }),
    said: bench.locator('.said'),
    title: bench.locator('.program-title'),
    console: bench.locator('.console'),
    stage: bench.locator('demo-stage'),
    write: async (text) => {
      await editor.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    turn: async (language) => {
      const languages = page.getByRole('group', { name: 'Language of the programs' });
      await languages.getByRole('radio', { name: language }).check();
      await expect(bench).toHaveAttribute('data-language', language.toLowerCase());
    },
    choose: async (menu, entry) => {
      await bench.locator('summary', { hasText: menu }).click();
      await bench.locator('details[open] .list').getByRole('button', { name: entry }).click();
    },
  };
}

/** The text in an editor. */
export async function readEditor(editor: Locator): Promise<string> {
  return (await editor.locator('.cm-line').allTextContents()).join('\n');
}
