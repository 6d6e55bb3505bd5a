import { changeStyles } from './change-styles.ts';

const scope = /data-astro-cid-[a-z0-9]+/g;
/** At-rules that contain rules. All others, such as `@font-face`, are kept as they are. */
const grouping = /^\s*@(?:layer|media|supports|container)\b/;
/** Texts and escaped characters, which mean nothing here, and the signs that do. */
const sign = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|[()[\]{};,]/gs;

/**
 * Leaves in a page the styles of its own components. Astro gives each article those of all components that an article may use: pinned
 * variables, listings, margin notes. A selector with a scope that no element of the page has matches nothing, because scripts make
 * no scoped elements.
 *
 * @param html the page's bytes, one character for each, with the scopes as Astro names them
 */
export function keepOwnStyles(html: string): string {
  const markup = html.replaceAll(/<style\b[^>]*>[\s\S]*?<\/style>/g, '');
  const own = new Set(markup.match(scope));
  return changeStyles(html, (style) => keepOwnRules(style, own));
}

function keepOwnRules(style: string, own: ReadonlySet<string>): string {
  let kept = '';
  let [depth, start, open] = [0, 0, 0];
  for (const { 0: char, index } of style.matchAll(sign)) {
    if (char === '{') {
      if (depth === 0) open = index;
      depth += 1;
    } else if (char === '}') {
      depth -= 1;
      if (depth > 0) continue;
      kept += keepOwnRule(style.slice(start, open), style.slice(open + 1, index), own);
      start = index + 1;
    } else if (char === ';' && depth === 0) {
      kept += style.slice(start, index + 1);
      start = index + 1;
    }
  }
  return kept + style.slice(start);
}

/** Returns what is kept of a rule `head{body}`: nothing if none of its selectors can match. */
function keepOwnRule(head: string, body: string, own: ReadonlySet<string>): string {
  if (grouping.test(head)) {
    const rules = keepOwnRules(body, own);
    return rules.trim() === '' ? '' : `${head}{${rules}}`;
  }
  if (head.trimStart().startsWith('@')) return `${head}{${body}}`;
  const selectors = splitSelectors(head).filter((selector) => isOwn(selector, own));
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`;
}

function splitSelectors(head: string): readonly string[] {
  const selectors: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: char, index } of head.matchAll(sign)) {
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if (char === ',' && depth === 0) {
      selectors.push(head.slice(start, index));
      start = index + 1;
    }
  }
  return [...selectors, head.slice(start)];
}

/** Whether each scope that every match must have is one of the page. Those in parentheses may be of `:is` or `:not`. */
function isOwn(selector: string, own: ReadonlySet<string>): boolean {
  let required = '';
  let [depth, start] = [0, 0];
  for (const { 0: char, index } of selector.matchAll(sign)) {
    if (char === '(') {
      if (depth === 0) required += selector.slice(start, index);
      depth += 1;
    } else if (char === ')') {
      depth -= 1;
      start = index + 1;
    }
  }
  return (required + selector.slice(start)).match(scope)?.every((name) => own.has(name)) ?? true;
}
