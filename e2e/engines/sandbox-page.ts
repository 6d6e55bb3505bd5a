import type { Language } from '../../src/engine/trace/event/events.ts';
import { expect, readElementText, type Reader, soon } from './reading-room.ts';

/** The page for trying programs, which `e2e/hostile-trial.ts` uses in Chromium. */
export class SandboxPage {
  readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  async open(origin: string): Promise<void> {
    await this.reader.open(`${origin}/dev/sandbox/`);
    await expect.poll(() => readElementText(this.reader, 'h1'), { intervals: soon }).toBe('Sandbox');
  }

  /** Enters a program and presses Run. */
  async start(language: Language, source: string, timeMs = 10_000): Promise<void> {
    await this.reader.evaluate(
      (fields) => {
        for (const [name, value] of Object.entries(fields)) {
          const field = document.querySelector<HTMLInputElement>(`.trial [name="${name}"]`);
          if (field !== null) field.value = value;
        }
      },
      { language, source, timeMs: String(timeMs) },
    );
    await this.reader.click({ role: 'button', name: 'Run', within: '.trial' });
  }

  /** The result of the program, in words. */
  async outcome(mostMs = 60_000): Promise<string> {
    await expect
      .poll(() => readElementText(this.reader, '.outcome'), { timeout: mostMs, intervals: soon })
      .toMatch(/[^…]/);
    return readElementText(this.reader, '.outcome');
  }

  async run(language: Language, source: string, timeMs?: number): Promise<string> {
    await this.start(language, source, timeMs);
    return this.outcome();
  }

  /** The lines on the program's console. */
  printed(): Promise<string[]> {
    return this.reader.evaluate(() =>
      [...document.querySelectorAll('.printed li')].map(({ textContent }) => textContent),
    );
  }
}

/** Programs that never end by themselves. */
export const endless: Readonly<Record<Language, string>> = {
  typescript: `export function main() { console.log('so far'); for (;;) { try { for (;;) {} } catch {} } }`,
  python: `print('so far')\nimport itertools\nsum(itertools.repeat(1))`,
};
