import type { Language } from '../../engine/trace/event/events.ts';
import { readCharacters } from './read-characters.ts';

/** What is wrong with a text that was copied from somewhere else, as the offer to clean it says it. */
type PasteFault =
  | 'the prompts of a console'
  | 'commands of Jupyter'
  | 'curly quotes'
  | 'spaces that do not break'
  | 'a fence of Markdown'
  | 'an indentation of every line';

/** A text that a language can read, and what was wrong with it; undefined if there was nothing to clean. */
export type CleanText = { readonly text: string; readonly faults: readonly PasteFault[] };

/**
 * Removes from a text what notebooks, consoles, word processors and web pages add to programs. Removed parts become comments.
 * Strings and comments do not change.
 */
export function cleanPaste(source: string, language: Language): CleanText {
  let text = source;
  const faults: PasteFault[] = [];
  for (const { fault, clean, only } of cleaners) {
    if (only !== undefined && only !== language) continue;
    const cleaned = clean(text, language);
    if (cleaned === text) continue;
    text = cleaned;
    faults.push(fault);
  }
  return { text, faults };
}

type Cleaner = {
  readonly fault: PasteFault;
  readonly only?: Language;
  readonly clean: (text: string, language: Language) => string;
};

// The order matters: a fence hides the prompts inside it, and prompts hide the indentation.
const cleaners: readonly Cleaner[] = [
  { fault: 'a fence of Markdown', clean: takeOutOfFence },
  { fault: 'spaces that do not break', clean: replaceSpaces },
  { fault: 'the prompts of a console', only: 'python', clean: takeOutPrompts },
  { fault: 'an indentation of every line', only: 'python', clean: dedent },
  { fault: 'commands of Jupyter', only: 'python', clean: commentOutMagics },
  { fault: 'curly quotes', clean: straightenAll },
];

function takeOutOfFence(text: string): string {
  return /^\s*```\w*[ \t]*\n([\s\S]*?)\n?```\s*$/.exec(text)?.[1] ?? text;
}

/** The text of a console begins with a prompt; a docstring that quotes one does not. */
function takeOutPrompts(text: string): string {
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (!/^\s*(?:>>>|In \[\d+\]:)(?: |$)/.test(first)) return text;
  return lines
    .map((line) => {
      const [, code] = /^\s*(?:>>>|\.\.\.|In \[\d+\]:|\.\.\.:)(?: (.*))?$/.exec(line) ?? [line];
      if (/^\s*(?:>>>|\.\.\.|In \[\d+\]:|\.\.\.:)(?: |$)/.test(line)) return code ?? '';
      return line.trim() === '' ? '' : `# ${line}`;
    })
    .join('\n');
}

function dedent(text: string): string {
  const indents = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [/^[ \t]*/.exec(line)?.[0] ?? '']));
  const common = indents.reduce(
    (shortest, indent) => (indent.length < shortest.length ? indent : shortest),
    indents[0] ?? '',
  );
  if (common === '' || !indents.every((indent) => indent.startsWith(common))) return text;
  return text.replaceAll(new RegExp(`^${common}`, 'gm'), '');
}

/** `%matplotlib inline`, `%%time`, `!pip install …`, `name?`: only where a statement may begin, outside of strings. */
function commentOutMagics(text: string): string {
  let at = 0;
  const { isCode } = readCharacters(text, 'python');
  return text
    .split('\n')
    .map((line) => {
      const start = at + line.length - line.trimStart().length;
      at += line.length + 1;
      const isMagic = /^\s*(?:%{1,2}[a-z_]\w*(?:\s|$)|![\w./~]|\?{1,2}[a-z_][\w.]*\s*$|[a-z_][\w.]*\?{1,2}\s*$)/i.test(
        line,
      );
      if (!isMagic || !isCode(start)) return line;
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      return `${indent}# ${line.trimStart()}`;
    })
    .join('\n');
}

const doubles = '“”„‟«»″';
const singles = '‘’‚‛′';

/** A straight apostrophe between curly quotes hides the later ones on its line until these are straight. */
function straightenAll(text: string, language: Language): string {
  const [before, after] = [text, straightenQuotes(text, language)];
  return before === after ? text : straightenAll(after, language);
}

/** Only quotes in code: quotes inside a string with straight quotes are part of it. */
function straightenQuotes(text: string, language: Language): string {
  const { isCode } = readCharacters(text, language);
  let cleaned = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const kind = !isCode(at)
      ? undefined
      : doubles.includes(character)
        ? doubles
        : singles.includes(character)
          ? singles
          : undefined;
    if (kind === undefined) {
      cleaned += character;
      continue;
    }
    const straight = kind === doubles ? '"' : "'";
    const end = findClosing(text, at, kind);
    if (end === undefined) {
      cleaned += straight;
      continue;
    }
    const inner = text.slice(at + 1, end);
    cleaned += straight + inner.replaceAll(straight, `\\${straight}`) + straight;
    at = end;
  }
  return cleaned;
}

/** The quote of the same kind that ends a text on its line. An apostrophe between letters does not end it. */
function findClosing(text: string, start: number, kind: string): number | undefined {
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (!kind.includes(text.charAt(at))) continue;
    if (kind === doubles || !/\w/.test(text.charAt(at + 1))) return at;
  }
  return undefined;
}

/** Characters that look like a space and are not one, and characters without a width. */
function replaceSpaces(text: string, language: Language): string {
  if (!/[\u00a0\u2000-\u200a\u202f\u205f\u3000\u200b\u2060\ufeff]/.test(text)) return text;
  const { isCode } = readCharacters(text, language);
  return text.replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\u200b\u2060\ufeff]/g, (space, at: number) => {
    if (!isCode(at)) return space;
    return /[\u200b\u2060\ufeff]/.test(space) ? '' : ' ';
  });
}
