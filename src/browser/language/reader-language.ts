import { languageKey } from '../../engine/page/language-start.ts';
import type { Language } from '../../engine/trace/event/events.ts';

/** The language of the programs that the reader sees on this page. An inline script of the page sets it before the first paint. */
export function readLanguage(): Language {
  return document.documentElement.dataset['reads'] === 'typescript' ? 'typescript' : 'python';
}

/**
 * Keeps the reader's choice in this browser and shows it. Removes `?lang=` from the address, because a reload would bring that
 * language back.
 */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Where nothing can be stored, the choice lasts as long as the page.
  }
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.delete('lang');
    history.replaceState(history.state, '', address);
  }
  showLanguage(language);
}

/** Shows the programs of this page in a language, without storing the choice. */
export function showLanguage(language: Language): void {
  if (language === readLanguage()) return;
  if (language === 'python') delete document.documentElement.dataset['reads'];
  else document.documentElement.dataset['reads'] = language;
  document.dispatchEvent(new Event(shownEvent));
}

/** Calls `listener` whenever the page changes to another language. */
export function followLanguage(listener: () => void, signal?: AbortSignal): void {
  document.addEventListener(shownEvent, listener, signal === undefined ? {} : { signal });
}

const shownEvent = 'yieldpoint:language';
