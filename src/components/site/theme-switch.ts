import { themeKey } from '../../engine/page/theme-start.ts';

/**
 * `<theme-switch>` around a `<select>` of system, light and dark: applies the reader's choice at once and stores it in this
 * browser. The inline script of every page applies a stored choice earlier.
 */
export class ThemeSwitch extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const select = this.querySelector('select');
    if (select === null) return;
    select.value = document.documentElement.dataset['theme'] ?? 'system';
    select.addEventListener('change', () => choose(select.value), { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }
}

function choose(choice: string): void {
  const theme = choice === 'light' || choice === 'dark' ? choice : undefined;
  if (theme === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset['theme'] ?? '';
    if (theme === undefined) meta.media = `(prefers-color-scheme: ${own})`;
    else meta.media = own === theme ? 'all' : 'not all';
  }
  try {
    if (theme === undefined) localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // If nothing can be stored, the choice lasts as long as the page.
  }
}

/** Registers the element; a second call does nothing. */
export function defineThemeSwitch(): void {
  if (customElements.get('theme-switch') === undefined) customElements.define('theme-switch', ThemeSwitch);
}
