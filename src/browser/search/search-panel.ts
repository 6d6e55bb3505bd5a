import { createElement } from './create-element.ts';
import { drawResults } from './draw-results.ts';
import { indexSections, type FindSections } from './find-sections.ts';
import { groupResults } from './group-results.ts';
import { parseSections, sectionKinds, type SectionKind } from '../../engine/search/section.ts';
import styles from './search.css?inline';

const filterNames: Readonly<Record<SectionKind, string>> = { article: 'Articles', glossary: 'Glossary', pep: 'PEPs' };
let count = 0;

/**
 * `<search-panel data-sections="/search/sections.json" data-base="/">`: a field, three filters and the results, as a combobox with
 * a list: arrows choose, Enter goes there. The index is fetched when the field first gets the focus. With `data-in-address`, the
 * query is read from the page's address (`q`) at the start and written there as it is typed.
 */
export class SearchPanel extends HTMLElement {
  readonly #id = `search-${++count}`;
  readonly #field = createElement('input', {
    type: 'search',
    id: `${this.#id}-field`,
    role: 'combobox',
    placeholder: 'Words, or the beginning of one',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${this.#id}-results`,
  });
  readonly #results = createElement('div', { id: `${this.#id}-results`, role: 'listbox', 'aria-label': 'Results' });
  readonly #status = createElement('p', { role: 'status' });
  #find: Promise<FindSections> | undefined;
  #chosen = -1;

  connectedCallback(): void {
    if (this.hasChildNodes()) return;
    adoptStyles();
    const label = createElement('label', { for: `${this.#id}-field` }, 'Search');
    this.#results.hidden = true;
    this.append(label, this.#field, this.#makeFilters(), this.#status, this.#results);
    this.#field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    this.addEventListener('input', () => void this.#show());
    this.#field.addEventListener('keydown', (event) => this.#press(event));
    const asked = this.#isInAddress ? new URLSearchParams(location.search).get('q') : null;
    if (asked === null) return;
    this.#field.value = asked;
    void this.#show();
  }

  get #isInAddress(): boolean {
    return this.hasAttribute('data-in-address');
  }

  #makeFilters(): HTMLElement {
    const choices = [['', 'All'], ...sectionKinds.map((kind) => [kind, filterNames[kind]])] as const;
    const labels = choices.map(([value = '', name = '']) => {
      const radio = createElement('input', { type: 'radio', name: `${this.#id}-kind`, value });
      radio.checked = value === '';
      return createElement('label', {}, radio, name);
    });
    return createElement('fieldset', {}, createElement('legend', {}, 'Look in'), ...labels);
  }

  async #show(): Promise<void> {
    const query = this.#field.value.trim();
    if (this.#isInAddress) writeAddress(query);
    const kind = this.querySelector<HTMLInputElement>('[type="radio"]:checked')?.value;
    let found: ReturnType<FindSections>;
    try {
      found = query === '' ? [] : (await this.#load())(query);
    } catch (error) {
      this.#status.textContent = `Search could not be loaded (${error instanceof Error ? error.message : String(error)}). The search page lists everything.`;
      return;
    }
    if (query !== this.#field.value.trim()) return;
    const groups = groupResults(
      found,
      sectionKinds.find((name) => name === kind),
    );
    const options = groups.reduce((sum, { results }) => sum + results.length, 0);
    this.#results.replaceChildren(...drawResults(groups, this.#id, this.dataset['base'] ?? '/'));
    this.#results.hidden = options === 0;
    this.#field.setAttribute('aria-expanded', String(options > 0));
    this.#status.textContent = describe(query, options);
    this.#choose(-1);
  }

  #press(event: KeyboardEvent): void {
    const { length } = this.#options();
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && length > 0) {
      event.preventDefault();
      // The place before the first result is the field itself.
      this.#choose(((this.#chosen + 1 + step + length + 1) % (length + 1)) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#options()[Math.max(this.#chosen, 0)]?.click();
    } else if (event.key === 'Escape' && this.#field.value !== '') {
      event.preventDefault();
      this.#field.value = '';
      void this.#show();
    }
  }

  #options(): readonly HTMLElement[] {
    return [...this.#results.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #choose(place: number): void {
    this.#chosen = place;
    this.#options().forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === place));
      if (index === place) option.scrollIntoView({ block: 'nearest' });
    });
    const option = this.#options()[place];
    if (option === undefined) this.#field.removeAttribute('aria-activedescendant');
    else this.#field.setAttribute('aria-activedescendant', option.id);
  }

  #load(): Promise<FindSections> {
    return (this.#find ??= fetchSections(this.dataset['sections'] ?? '').catch((error: unknown) => {
      this.#find = undefined;
      throw error;
    }));
  }
}

/** So that a search can be sent to someone, and is restored with the page. */
function writeAddress(query: string): void {
  const address = new URL(location.href);
  if (query === '') address.searchParams.delete('q');
  else address.searchParams.set('q', query);
  history.replaceState(history.state, '', address);
}

async function fetchSections(address: string): Promise<FindSections> {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`the answer was ${response.status}`);
  return indexSections(parseSections(await response.json()));
}

function describe(query: string, options: number): string {
  if (query === '') return '';
  if (options === 0) return `Nothing found for “${query}”.`;
  return options === 1 ? '1 result' : `${options} results`;
}

let styled = false;

/** One sheet for the whole document. The page's policy allows a constructed sheet. */
function adoptStyles(): void {
  if (styled) return;
  styled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}

/** Registers the element; a second call does nothing. */
export function defineSearchPanel(): void {
  if (customElements.get('search-panel') === undefined) customElements.define('search-panel', SearchPanel);
}
