import { writeReport } from './write-report.ts';

const mostWords = 400;

/** `<report-error>` around the link to a new issue: fills in the current section and the selected words when it is pressed. */
export class ReportError extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const link = this.querySelector('a');
    link?.addEventListener('click', () => this.#fill(link), { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #fill(link: HTMLAnchorElement): void {
    const heading = [...document.querySelectorAll<HTMLElement>('article :is(h2, h3)[id]')].findLast(
      (candidate) => candidate.getBoundingClientRect().top <= innerHeight * 0.3,
    );
    const words = getSelection()?.toString().trim().slice(0, mostWords) ?? '';
    const page = `${location.origin}${location.pathname}${heading === undefined ? '' : `#${heading.id}`}`;
    const address = new URL(link.href);
    address.searchParams.set(
      'body',
      writeReport({
        page,
        ...(heading === undefined ? {} : { section: heading.textContent.trim() }),
        ...(words === '' ? {} : { words }),
      }),
    );
    link.href = address.href;
  }
}

/** Registers the element; a second call does nothing. */
export function defineReportError(): void {
  if (customElements.get('report-error') === undefined) customElements.define('report-error', ReportError);
}
