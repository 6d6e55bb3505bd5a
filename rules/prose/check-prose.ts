import type { Edit, Finding } from '../content/finding.ts';
import type { Words } from './load-words.ts';
import { code, type Passage } from './passage.ts';
import { bannedPhrases, marks, type Phrase, terms } from './phrases.ts';
import { splitSentences } from './split-sentences.ts';
import { nobodyLimit, voicePhrases } from './voice.ts';

/** The most words a sentence may have, and the most sentences a paragraph; a piece of code counts as a word. */
const limits = { words: 32, sentences: 4 } as const;

/**
 * Applies every rule for prose that a program can check to the passages of one file.
 *
 * @param text the whole text of the file, for counting lines
 */
export function checkProse(passages: readonly Passage[], text: string, words: Words): readonly Finding[] {
  return [...passages.flatMap((passage) => checkPassage(passage, words)), ...checkNobody(passages)]
    .map(({ at, ...finding }) => ({ ...finding, line: lineOf(text, at) }))
    .sort((a, b) => a.line - b.line);
}

/** Finds phrases of a list in the passages of one file; `text` is the whole text of the file, for counting lines. */
export function findPhrases(
  passages: readonly Passage[],
  text: string,
  phrases: readonly Phrase[],
): readonly Finding[] {
  return passages
    .flatMap((passage) => checkPhrases(passage, phrases, 'plain English'))
    .map(({ at, ...finding }) => ({ ...finding, line: lineOf(text, at) }))
    .sort((a, b) => a.line - b.line);
}

/** A finding whose place is an offset in the file. */
type Found = Omit<Finding, 'line'> & { readonly at: number };

function checkPassage(passage: Passage, words: Words): readonly Found[] {
  const spelling = checkSpelling(passage, words);
  // Other people's page titles are their own.
  if (passage.kind === 'name') return spelling;
  return [
    ...spelling,
    ...checkPhrases(passage, bannedPhrases, 'none of the phrases that say nothing'),
    ...checkPhrases(passage, terms, 'the site’s term'),
    ...checkPhrases(passage, marks, 'the site’s way of writing it'),
    ...checkPhrases(passage, voicePhrases, 'plain English'),
    ...checkLengths(passage),
    ...checkHeading(passage, words),
  ];
}

/** "Nobody" as a subject names no one, so a page may have only a few. */
function checkNobody(passages: readonly Passage[]): readonly Found[] {
  return passages
    .filter(({ kind }) => kind !== 'name')
    .flatMap(({ file, text, offsets }) =>
      [...text.matchAll(/\bnobody\b/giu)].map(({ 0: found, index }) => ({
        file,
        at: offsets[index] ?? 0,
        message: `Expected "nobody" ${nobodyLimit} times at most, but got "${found}" again`,
        fix: 'Say what does not happen, with a subject that has a name.',
      })),
    )
    .slice(nobodyLimit);
}

function checkSpelling({ file, text, offsets }: Passage, words: Words): readonly Found[] {
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}]+)*/gu)].flatMap(({ 0: found, index }) => {
    const around = `${text.charAt(index - 1)} ${text.slice(index + found.length, index + found.length + 2)}`;
    // Names of the language, written without backticks in fields that allow none: iter(), sys.path, __aenter__, TaskGroup.
    if (/^_|_| \(| \.\p{L}|^[.@#/\p{N}]/u.test(around) || /\p{Ll}\p{Lu}/u.test(found)) return [];
    const word = found.replaceAll('’', "'").replace(/'s$/u, '');
    if (word.length < 2 || words.has(word) || words.has(found)) return [];
    const near = words.suggest(word);
    return [
      {
        file,
        at: offsets[index] ?? 0,
        message: `Expected a word of the dictionary, but got "${word}"`,
        fix: `${near === undefined ? 'Correct it' : `Write "${near}"`}, put code in backticks, or add the word to content/words.txt.`,
      },
    ];
  });
}

function checkPhrases(
  { file, kind, text, offsets }: Passage,
  phrases: readonly Phrase[],
  expected: string,
): readonly Found[] {
  const taken: { readonly from: number; readonly to: number }[] = [];
  return phrases.flatMap(({ pattern, fix, replacement, allowedIn }) => {
    if (allowedIn?.includes(kind) === true) return [];
    return [...text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))].flatMap(({ 0: found, index }) => {
      // Of overlapping phrases, only the first in the list is reported.
      const to = index + found.length;
      if (taken.some((other) => index < other.to && other.from < to)) return [];
      taken.push({ from: index, to });
      const edit = replacement === undefined ? undefined : toEdit(offsets, index, found.length, replacement);
      return [
        {
          file,
          at: offsets[index] ?? 0,
          message: `Expected ${expected}, but got "${found.replaceAll(/\s+/g, ' ').replaceAll(code, '`…`')}"`,
          fix: `${fix}.`,
          ...(edit === undefined ? {} : { edits: [edit] }),
        },
      ];
    });
  });
}

/** Returns an edit of the file, if the characters are adjacent in it. */
function toEdit(offsets: readonly number[], index: number, length: number, text: string): Edit | undefined {
  const [from, last] = [offsets[index], offsets[index + length - 1]];
  if (from === undefined || last === undefined || last - from !== length - 1) return undefined;
  return { from, to: last + 1, text };
}

function checkLengths({ file, kind, text, offsets }: Passage): readonly Found[] {
  if (kind !== 'paragraph') return [];
  const sentences = splitSentences(text);
  const fifth = sentences[limits.sentences];
  return [
    ...sentences
      .filter(({ words }) => words > limits.words)
      .map(({ from, text: sentence, words }) => ({
        file,
        at: offsets[from] ?? 0,
        message: `Expected a sentence of ${limits.words} words at most, but “${cutAfterWords(sentence)} …” has ${words}`,
        fix: 'Make two of it.',
      })),
    ...(fifth === undefined
      ? []
      : [
          {
            file,
            at: offsets[fifth.from] ?? 0,
            message: `Expected a paragraph of ${limits.sentences} sentences at most, but got ${sentences.length}`,
            fix: 'Begin a new paragraph with the second idea, or take a sentence out.',
          },
        ]),
  ];
}

/** The first words of a sentence, by which a writer finds it; code is shown as `…`. */
function cutAfterWords(sentence: string): string {
  return sentence.replaceAll('\uFFFC', '`…`').trim().split(/\s+/).slice(0, 6).join(' ');
}

function checkHeading({ file, kind, text, offsets }: Passage, words: Words): readonly Found[] {
  if (kind !== 'heading') return [];
  const first = /[\p{L}\p{N}\uFFFC]/u.exec(text)?.index ?? 0;
  const capitals = [...text.matchAll(/\p{L}[\p{L}\p{N}'’]*/gu)].filter(({ 0: word, index }) => {
    const begins = index === first || /[.?:!]["']?\s*["'(]?$/u.test(text.slice(0, index));
    const own =
      word === 'I' ||
      /^[\p{Lu}\p{N}]+s?$/u.test(word) ||
      /.\p{Lu}/u.test(word) ||
      words.isName(word.replace(/['’]s$/u, ''));
    return /^\p{Lu}/u.test(word) && !begins && !own;
  });
  return [
    ...capitals.map(({ 0: word, index }) => ({
      file,
      at: offsets[index] ?? 0,
      message: `Expected a heading in sentence case, but got "${word}" in its middle`,
      fix: 'Write it small, or add the name to content/words.txt with its capital.',
    })),
    ...(/\.$/u.test(text.trim())
      ? [
          {
            file,
            at: offsets[text.trimEnd().length - 1] ?? 0,
            message: 'Expected a heading without a period at its end, but it has one',
            fix: 'Take the period out.',
          },
        ]
      : []),
  ];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
