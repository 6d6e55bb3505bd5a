import type { Language } from '../../engine/trace/event/events.ts';
import { readLanguage } from '../language/reader-language.ts';

/** The printed page has the whole run in CPython and both programs. Shows that run for as long as the page is being printed. */
export function printPython(turnTo: (language: Language) => Promise<void>, signal: AbortSignal): void {
  const turn = (language: Language): void => void turnTo(language).catch(() => undefined);
  addEventListener('beforeprint', () => turn('python'), { signal });
  addEventListener('afterprint', () => turn(readLanguage()), { signal });
}
