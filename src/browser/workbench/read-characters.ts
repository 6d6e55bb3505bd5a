import type { Language } from '../../engine/trace/event/events.ts';

/** Which characters of a text are code, outside strings and comments. */
export type Characters = { readonly isCode: (at: number) => boolean };

/**
 * What begins a string or a comment in each language, and what ends it. A string that may not contain a line end ends with its
 * line.
 */
const spans: Readonly<Record<Language, readonly Span[]>> = {
  python: [
    { start: '"""', end: '"""' },
    { start: "'''", end: "'''" },
    { start: '"', end: '"', isInLine: true },
    { start: "'", end: "'", isInLine: true },
    { start: '#', end: '\n' },
  ],
  typescript: [
    { start: '/*', end: '*/' },
    { start: '//', end: '\n' },
    { start: '`', end: '`' },
    { start: '"', end: '"', isInLine: true },
    { start: "'", end: "'", isInLine: true },
  ],
};

type Span = { readonly start: string; readonly end: string; readonly isInLine?: boolean };

/**
 * Reads a text roughly like a lexer: everything inside a template's `${}` counts as part of its string, and a quote in a regular
 * expression begins one.
 */
export function readCharacters(text: string, language: Language): Characters {
  const isInside = new Uint8Array(text.length);
  for (let at = 0; at < text.length;) {
    const span = spans[language].find(({ start }) => text.startsWith(start, at));
    if (span === undefined) {
      at += 1;
      continue;
    }
    const to = findEnd(text, at + span.start.length, span);
    isInside.fill(1, at, to);
    at = to;
  }
  return { isCode: (at) => isInside[at] !== 1 };
}

function findEnd(text: string, from: number, { end, isInLine = false }: Span): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\' && end !== '\n' && end !== '*/') at += 1;
    else if (text.startsWith(end, at)) return at + end.length;
    else if (isInLine && text[at] === '\n') return at;
  }
  return text.length;
}
