/** One line of text from front matter as HTML: escaped, with `backquoted` parts as code. */
export function inlineCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, (_, code: string) => {
    return `<code${staysWhole(code) ? ` class="${wholeClass}"` : ''}>${code}</code>`;
  });
}

/** On code of a few words that no line may break. */
export const wholeClass = 'whole';

/** Whether code is so short that it fits into a line of the narrowest phone: `async for` reads badly in two halves. */
export function staysWhole(code: string): boolean {
  return code.length <= 20 && code.includes(' ');
}

/** Text made safe inside an element or a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The same line where no code can be marked: a title, a label, a feed. */
export function plainText(text: string): string {
  return text.replaceAll('`', '');
}
