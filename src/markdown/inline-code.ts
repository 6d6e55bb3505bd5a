/** One line of text from front matter as HTML: escaped, with `backquoted` parts as code. */
export function inlineCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** Text made safe inside an element or a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The same line where no code can be marked: a title, a label, a feed. */
export function plainText(text: string): string {
  return text.replaceAll('`', '');
}
