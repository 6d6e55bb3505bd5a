import type { Language } from '../../engine/trace/event/events.ts';
import { readLanguage } from '../language/reader-language.ts';

/** What is printed is the run in CPython, whole, and both programs: turns a run that is shown to it for as long as the page is printed. */
export function printPython(turnTo: (language: Language) => Promise<void>, signal: AbortSignal): void {
  const turn = (language: Language): void => void turnTo(language).catch(() => undefined);
  addEventListener('beforeprint', () => turn('python'), { signal });
  addEventListener('afterprint', () => turn(readLanguage()), { signal });
}
