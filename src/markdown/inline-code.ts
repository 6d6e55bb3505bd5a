import { curlQuotes } from './curl-quotes.ts';

/** One line of text from front matter as HTML: escaped, with `backquoted` parts as code and typographic quotation marks. */
export function inlineCode(text: string): string {
  return escapeHtml(curlQuotes(text)).replace(/`([^`]+)`/g, (_, code: string) => {
    return `<code${staysWhole(code) ? ` class="${wholeClass}"` : ''}>${code}</code>`;
  });
}

/** The class of code that is too short to wrap. */
export const wholeClass = 'whole';

/** Whether code is short enough to fit on one line of the narrowest phone, because `async for` reads badly in two halves. */
export function staysWhole(code: string): boolean {
  return code.length <= 20 && code.includes(' ');
}

/** Escapes text for the content of an element or for a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The same text for places that cannot mark code: a title, a label, a feed. It has typographic quotation marks too. */
export function removeBackticks(text: string): string {
  return curlQuotes(text).replaceAll('`', '');
}
