import { createElement } from './create-element.ts';
import { drawResults } from './draw-results.ts';
import { indexSections, type FindSections } from './find-sections.ts';
import { groupResults } from './group-results.ts';
import { parseSections, sectionKinds, type SectionKind } from '../../engine/search/section.ts';
import styles from './search.css?inline';

const filterNames: Readonly<Record<SectionKind, string>> = { article: 'Articles', glossary: 'Glossary', pep: 'PEPs' };
const fieldAttributes: Readonly<Record<string, string>> = {
  role: 'combobox',
  placeholder: 'Words, or the beginning of one',
  autocomplete: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  enterkeyhint: 'go',
  'aria-autocomplete': 'list',
  'aria-expanded': 'false',
};

/**
 * `<search-panel data-sections="/search/sections.json" data-base="/">` with a field, as `SearchField.astro` writes it. Adds a label,
 * three filters and the results, as a combobox with a list: arrows choose, Enter goes there. The index is fetched when the field first
 * gets the focus. What was typed before this code arrived counts, and Enter before the results waits for them. With
 * `data-in-address`, the query is read from the page's address (`q`) at the start and written there as it is typed.
 */
export class SearchPanel extends HTMLElement {
  readonly #field = findField(this);
  readonly #results = createElement('div', {
    id: `${this.#field.id}-results`,
    role: 'listbox',
    'aria-label': 'Results',
  });
  readonly #status = createElement('p', { role: 'status' });
  #find: Promise<FindSections> | undefined;
  /** Ends when the results of the last query are in the list. */
  #shown: Promise<void> = Promise.resolve();
  #chosen = -1;

  connectedCallback(): void {
    if (this.contains(this.#results)) return;
    adoptStyles();
    this.#results.hidden = true;
    for (const [name, value] of Object.entries(fieldAttributes)) this.#field.setAttribute(name, value);
    this.#field.setAttribute('aria-controls', this.#results.id);
    this.#field.before(createElement('label', { for: this.#field.id }, 'Search'));
    this.append(this.#makeFilters(), this.#status, this.#results);
    this.#field.addEventListener('focus', () => this.#prepare(), { once: true });
    if (document.activeElement === this.#field) this.#prepare();
    this.addEventListener('input', () => this.#ask());
    this.#field.addEventListener('keydown', (event) => this.#press(event));
    if (this.#isInAddress && this.#field.value === '')
      this.#field.value = new URLSearchParams(location.search).get('q') ?? '';
    if (this.#field.value !== '') this.#ask();
    if (this.#field.dataset['key'] === 'Enter') void this.#enter();
  }

  get #isInAddress(): boolean {
    return this.hasAttribute('data-in-address');
  }

  #makeFilters(): HTMLElement {
    const choices = [['', 'All'], ...sectionKinds.map((kind) => [kind, filterNames[kind]])] as const;
    const labels = choices.map(([value = '', name = '']) => {
      const radio = createElement('input', { type: 'radio', name: `${this.#field.id}-kind`, value });
      radio.checked = value === '';
      return createElement('label', {}, radio, name);
    });
    return createElement('fieldset', {}, createElement('legend', {}, 'Look in'), ...labels);
  }

  #prepare(): void {
    void this.#load().catch(() => undefined);
  }

  #ask(): void {
    this.#shown = this.#show();
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
    this.#results.replaceChildren(...drawResults(groups, this.#field.id, this.dataset['base'] ?? '/'));
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
      void this.#enter();
    } else if (event.key === 'Escape' && this.#field.value !== '') {
      event.preventDefault();
      this.#field.value = '';
      this.#ask();
    }
  }

  /** Goes to the chosen result or the first, when they are there, unless the reader has typed on or left the dialog meanwhile. */
  async #enter(): Promise<void> {
    const { value } = this.#field;
    await this.#shown;
    if (value !== this.#field.value || this.closest('dialog')?.open === false) return;
    this.#options()[Math.max(this.#chosen, 0)]?.click();
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

function findField(panel: HTMLElement): HTMLInputElement {
  const field = panel.querySelector('input');
  if (field === null)
    throw new TypeError('Expected a field in <search-panel>, but there is none. Write it with SearchField.astro.');
  return field;
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
