import { languageCodes } from '../../engine/page/language-start.ts';
import type { Language } from '../../engine/trace/event/events.ts';

/** The address of a step of a demo's run on this page. A step of the TypeScript run says so, because its steps may be others. */
export function writeStepLink(name: string, step: number, language: Language): string {
  const address = new URL(`#${name}:${step}`, location.href);
  if (language === 'python') address.searchParams.delete('lang');
  else address.searchParams.set('lang', languageCodes[language]);
  return address.href;
}
