import { languageKey } from '../../engine/page/language-start.ts';
import type { Language } from '../../engine/trace/event/events.ts';

/** The language in which the reader sees programs on this page. The inline script of the page has set it before the first paint. */
export function readLanguage(): Language {
  return document.documentElement.dataset['reads'] === 'typescript' ? 'typescript' : 'python';
}

/** Keeps the reader's choice in this browser and shows it. A link's `?lang=` is taken out of the address: a reload would bring it back. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.delete('lang');
    history.replaceState(history.state, '', address);
  }
  showLanguage(language);
}

/** Shows the programs of this page in a language, and keeps nothing. */
export function showLanguage(language: Language): void {
  if (language === readLanguage()) return;
  if (language === 'python') delete document.documentElement.dataset['reads'];
  else document.documentElement.dataset['reads'] = language;
  document.dispatchEvent(new Event(shownEvent));
}

/** Calls `listener` whenever another language is shown. */
export function followLanguage(listener: () => void, signal?: AbortSignal): void {
  document.addEventListener(shownEvent, listener, signal === undefined ? {} : { signal });
}

const shownEvent = 'yieldpoint:language';
