import type { Element } from 'hast';
import type { CodeToHastOptions, Highlighter, ShikiTransformer } from 'shiki';
import { keep } from '../build/cache/keep.ts';
import { readStill } from './read-still.ts';
import { fenceLanguages, languageNames, languages, shortNames } from './fence-languages.ts';

let loading: Promise<Highlighter> | undefined;
const load = (): Promise<Highlighter> => (loading ??= start());

async function start(): Promise<Highlighter> {
  const { createCssVariablesTheme, createHighlighter } = await import('shiki');
  const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--t-' });
  return createHighlighter({ themes: [theme], langs: [...languages] });
}

/** How many letters of a first line fit beside the copy button on a phone of 360 pixels. */
const longestBesideCopy = 26;

/** Colors as classes, because the page's policy allows no style attribute, and because they take half the bytes. */
const classesOnly: ShikiTransformer = {
  name: 'classes-only',
  span(node) {
    const color = /var\(--t-(?:token-)?([a-z-]+)\)/.exec(String(node.properties['style']))?.[1];
    delete node.properties['style'];
    if (color !== undefined && !plainColors.has(color)) node.properties['class'] = `t-${color}`;
  },
  line(node) {
    const pieces = node.children.flatMap((child) =>
      child.type === 'element' && Object.keys(child.properties).length === 0 ? child.children : [child],
    );
    node.children = joinAlike(pieces);
  },
  pre(node) {
    const { lang } = this.options;
    // A listing scrolls, so the keyboard must be able to reach it, and then it needs a name.
    const label = lang === 'text' ? 'Text' : `Code, ${languageNames.get(lang) ?? lang}`;
    const isLong = this.source.split('\n', 1).some((line) => line.length > longestBesideCopy);
    node.properties = {
      class: isLong ? 'code long' : 'code',
      tabindex: '0',
      role: 'group',
      'aria-label': label,
      'data-language': lang,
    };
  },
};

/** Tokens of these colors look like the text around them. */
const plainColors: ReadonlySet<string> = new Set(['foreground', 'punctuation', 'parameter']);

/** Joins neighbors that look the same: plain text, and tokens of one color. */
function joinAlike(pieces: Element['children']): Element['children'] {
  const joined: Element['children'] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.type === 'text' && piece.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + piece.value };
    } else if (last?.type === 'element' && piece.type === 'element' && isAlike(last, piece)) {
      joined[joined.length - 1] = { ...last, children: joinAlike([...last.children, ...piece.children]) };
    } else joined.push(piece);
  }
  return joined;
}

/** A word that is marked stays an element of its own. */
function isAlike({ properties: one }: Element, { properties: other }: Element): boolean {
  return one['class'] === other['class'] && !('data-switch' in one) && !('data-switch' in other);
}

/** Marks the words at which control can change hands: `await`, `yield`, and `async` before a `for` or a `with`. */
const litSwitches: ShikiTransformer = {
  name: 'lit-switches',
  line(node) {
    const texts = node.children.map((child) => textOf(child));
    node.children = node.children.flatMap((child, at) => {
      if (child.type !== 'element' || child.properties['class'] !== 't-keyword') return [child];
      const rest = texts.slice(at + 1).join('');
      return splitAtSwitches(texts[at] ?? '', rest).map(([text, isSwitch]) => ({
        ...child,
        properties: { ...child.properties, ...(isSwitch ? { 'data-switch': '' } : {}) },
        children: [{ type: 'text', value: text }],
      }));
    });
  },
};

/** Splits a token of keywords that may contain several words: `for await`. */
function splitAtSwitches(text: string, rest: string): readonly (readonly [text: string, isSwitch: boolean])[] {
  return text
    .split(/\b(await|yield(?: from)?|async)\b/)
    .map((piece, at, pieces): [string, boolean] => {
      const after = pieces.slice(at + 1).join('') + rest;
      return [piece, at % 2 === 1 && (piece !== 'async' || /^\s*(for|with)\b/.test(after))];
    })
    .filter(([piece]) => piece !== '');
}

function textOf(node: Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map((child) => textOf(child)).join('') : '';
}

/** Returns the language's name among the highlighted ones. */
function nameLanguage(language: string): string {
  const lang = languages.find((name) => name === language) ?? shortNames.get(language);
  if (lang === undefined) {
    throw new Error(
      `Expected a code fence marked ${fenceLanguages.join(', ')}, but got "${language}". Name the language after the three backticks.`,
    );
  }
  return lang;
}

function options(lang: string, lit = false): CodeToHastOptions {
  const transformers = lit ? [litSwitches, classesOnly] : [classesOnly];
  // Shiki leaves the rest of a line plain if it takes half a second, and on a busy machine any line may take that.
  return { lang, theme: 'classes', transformers, tokenizeTimeLimit: 0 };
}

/**
 * A listing as HTML: `<pre class="code">` with one `.line` for each line and tokens as `t-…` classes. It has the class `long`
 * too if its first line is so long that a phone needs the copy button above it.
 *
 * @param lit marks the words at which control can change hands with `data-switch`
 * @throws if the site does not highlight `language`
 */
export async function highlight(code: string, language: string, lit = false): Promise<string> {
  const lang = nameLanguage(language);
  const text = code.trimEnd();
  return keep('listing', [text, lang, String(lit)], async () => (await load()).codeToHtml(text, options(lang, lit)));
}

/**
 * For the Markdown processor: a code fence as an element. A fence without a language is plain text.
 *
 * @param meta the text after the language: `still="it opens sockets"` shows below the code why it does not run in the page
 */
export async function highlightFence(code: string, language: string, meta = ''): Promise<Element> {
  const lang = nameLanguage(language === '' ? 'text' : language);
  const text = code.trimEnd();
  const fence = await keep('fence', [text, lang], async () =>
    JSON.stringify((await load()).codeToHast(text, options(lang)).children[0]),
  );
  const pre = JSON.parse(fence) as Element;
  const reason = readStill(meta);
  return reason === undefined ? pre : sayWhy(pre, reason);
}

function sayWhy(pre: Element, reason: string): Element {
  const caption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: `Does not run here: ${reason}.` }],
  };
  return { type: 'element', tagName: 'figure', properties: { className: ['still'] }, children: [pre, caption] };
}
