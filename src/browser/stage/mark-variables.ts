import { listExtents, listNamesOn } from '../../engine/show/find-variable.ts';
import type { Run } from '../../engine/trace/open-run.ts';

/**
 * Lets the reader point at the variables in a program's listing, or reach them by keyboard: Tab goes to the first one, and arrows
 * move from there. The text of the listing does not change.
 */
export function markVariables(listing: Element, run: Run): void {
  const lines = [...listing.querySelectorAll('.line')];
  const texts = lines.map((line) => line.textContent);
  const extents = listExtents(run, texts);
  let first = true;
  for (const [index, line] of lines.entries()) {
    const names = listNamesOn(run, extents, index + 1);
    if (names.size === 0) continue;
    for (const [node, before] of listCode(line)) {
      const pieces = split(node.data, names, before);
      if (pieces.length === 1 && typeof pieces[0] === 'string') continue;
      node.replaceWith(
        ...pieces.map((piece) => {
          if (typeof piece === 'string') return piece;
          const marked = markVariable(piece.name, first);
          first = false;
          return marked;
        }),
      );
    }
  }
}

/** Restores the listing. */
export function unmarkVariables(listing: Element): void {
  for (const marked of listing.querySelectorAll('.variable')) marked.replaceWith(marked.textContent);
  listing.normalize();
}

function markVariable(name: string, isFirst: boolean): Element {
  const marked = document.createElement('span');
  marked.className = 'variable';
  marked.setAttribute('role', 'button');
  marked.setAttribute('aria-haspopup', 'dialog');
  marked.setAttribute('data-variable', name);
  marked.tabIndex = isFirst ? 0 : -1;
  marked.textContent = name;
  return marked;
}

/** The text nodes of a line outside comments and strings, each with the character before it. */
function listCode(line: Element): readonly (readonly [Text, string])[] {
  const found: (readonly [Text, string])[] = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let before = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    if (text.parentElement?.closest('.t-comment, [class^="t-string"]') === null) found.push([text, before]);
    before = text.data.at(-1) ?? before;
  }
  return found;
}

/** Splits a text at the names of variables. A word after a period is an attribute. */
function split(
  text: string,
  names: ReadonlySet<string>,
  before: string,
): readonly (string | { readonly name: string })[] {
  const pieces: (string | { readonly name: string })[] = [];
  let end = 0;
  for (const { 0: name, index } of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) {
    const isAttribute = /(^|[^.])\.$/.test(index === 0 ? before : text.slice(0, index));
    if (!names.has(name) || isAttribute) continue;
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push({ name });
    end = index + name.length;
  }
  if (end < text.length || pieces.length === 0) pieces.push(text.slice(end));
  return pieces;
}
