import { escapeHtml, inlineCode, removeBackticks } from './inline-code.ts';

/**
 * Returns the HTML of a heading for a list of headings: its text with `backquoted` parts as code. A list has only the plain text, so
 * the marks come from the heading in the Markdown; a heading that is not found there has none.
 */
export function headingHtml(text: string, markdown: string): string {
  const marked = [...markdown.matchAll(/^#{2,3} +(.+)$/gm)].find(
    ([, heading = '']) => removeBackticks(heading) === text,
  );
  return marked?.[1] === undefined ? escapeHtml(text) : inlineCode(marked[1]);
}
