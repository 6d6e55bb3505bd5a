import { describe, expect, it } from 'vitest';
import { formatFinding } from '../content/finding.ts';
import { readPassages } from './check-files.ts';
import { checkProse } from './check-prose.ts';
import type { Words } from './load-words.ts';

/** Every word is known except these. */
const words: Words = {
  has: (word) => !['recieve', 'asend'].includes(word),
  isName: (word) => ['Python', 'Conway'].includes(word),
  suggest: (word) => (word === 'recieve' ? 'receive' : undefined),
};

const article = 'content/articles/one/index.mdx';
const check = (file: string, text: string): readonly string[] =>
  checkProse(readPassages(file, text), text, words).map(formatFinding);
const body = (text: string): readonly string[] =>
  check(article, `---\ntitle: One\n---\n\n${text}\n`).map((line) => line.replace(`${article}:`, ''));

describe('checkProse', () => {
  it('finds nothing in plain sentences, whatever their code says', () => {
    expect(
      body(
        'You suspend `we recieve...`.\n\n```python\nwe really pause!\n```\n\n<Demo name="recieve" />\n\n## How Conway suspends',
      ),
    ).toEqual([]);
  });

  it('names a misspelled word with its line and the likeliest spelling', () => {
    expect(body('One line.\nYou recieve a value.')).toEqual([
      '6: Expected a word of the dictionary, but got "recieve". Write "receive", put code in backticks, or add the word to content/words.txt.',
    ]);
  });

  it('suggests no spelling if none is close', () => {
    expect(body('You asend a value.')).toEqual([
      '5: Expected a word of the dictionary, but got "asend". Correct it, put code in backticks, or add the word to content/words.txt.',
    ]);
  });

  it.each([
    ['In this article you read on.', 'In this article', 'Take the words out; say what happens.'],
    ['Let’s dive\nin.', 'Let’s dive', 'Take the words out; say what happens.'],
    ['The loop simply ends.', 'simply', 'Take the word out; the program shows how it is.'],
    ['It stops with us.', 'us', 'Say "you" of the reader, or name who does it.'],
    ['Here I stop.', 'I', 'Take yourself out; the page shows programs.'],
    ['A list, a set etc. are iterable.', 'etc.', 'Name what is meant, or end the list.'],
    ['A list, e.g. this one.', 'e.g.', 'Write "for example" or "that is".'],
  ])('refuses the phrase in %j', (text, found, fix) => {
    expect(body(text)[0]).toBe(`5: Expected none of the phrases that say nothing, but got "${found}". ${fix}`);
  });

  it('allows "we" for writer and reader who look at something together', () => {
    expect(body('Here we see the loop.')).toEqual([]);
  });

  it.each([
    ['It yields to whoever asked.', 'whoever', 'Name who it is: the caller, the task, anyone.'],
    ['The name stands behind `as`.', 'stands behind', 'Write "is", or name the place: text and code stand nowhere.'],
    ['Put `await` in front of a call.', 'in front of', 'Write "before".'],
    ['That is all it takes.', 'That is all it takes', 'Show the lines of code that it is about.'],
  ])('refuses words that sound translated or clever in %j', (text, found, fix) => {
    expect(body(text)).toEqual([`5: Expected plain English, but got "${found}". ${fix}`]);
  });

  it('allows two sentences of a page to begin with nobody, and no third', () => {
    expect(body('Nobody waits. Nobody asks.\n\n## A call that nobody awaits')).toEqual([
      '7: Expected "nobody" 2 times at most, but got "nobody" again. Say what does not happen, with a subject that has a name.',
    ]);
  });

  it('reports overlapping phrases once', () => {
    expect(body("Let's dive into it.")).toHaveLength(1);
  });

  it.each([
    ['It awaits for a future.', 'awaits for', 'Await a thing, never for it.'],
    ['It pauses there.', 'pauses', 'Write "suspend"; pause is for headings.'],
    ['It was cancelled.', 'cancelled', 'Write "canceled"; the spelling of the API is for code.'],
    ['It yields to the loop.', 'yields to the loop', 'Write "give way".'],
    ['One tick of the loop.', 'tick of the loop', 'Write "iteration of the loop".'],
    ['It is written in python.', 'python', 'Write "Python".'],
    ['See PEP-342.', 'PEP-', 'Write "PEP 342".'],
  ])('requires the term of the glossary in %j', (text, found, fix) => {
    expect(body(text)).toEqual([`5: Expected the site’s term, but got "${found}". ${fix}`]);
  });

  it.each([
    ['It runs!', '!', 'End the sentence with a period.'],
    ['It runs 🚀.', '🚀', 'Take it out; a State component shows a state.'],
    ['It doesn’t.', '’', 'Write a straight apostrophe.'],
    ['It is “so”.', '“', 'Write straight quotation marks.'],
    ['And so on...', '...', 'Write one ellipsis character.'],
    ['It runs — it ends.', ' — ', 'Write a comma, a colon or two sentences.'],
    ['It  runs.', ' ', 'Write one space.'],
    ['Since December 21, 2001.', 'December 21, 2001', 'Write the date as 2001-12-21.'],
    ['It runs runs.', 'runs runs', 'Keep one of the two words.'],
  ])("requires the site's punctuation in %j", (text, found, fix) => {
    expect(body(text)[0]).toBe(`5: Expected the site’s way of writing it, but got "${found}". ${fix}`);
  });

  it('allows "pause" in a heading, and requires sentence case without a period', () => {
    expect(body('## The first Pause in Python.')).toEqual([
      '5: Expected a heading in sentence case, but got "Pause" in its middle. Write it small, or add the name to content/words.txt with its capital.',
      '5: Expected a heading without a period at its end, but it has one. Take the period out.',
    ]);
  });

  it('counts the words of a sentence, code as one', () => {
    expect(body(`One.\nTwo ${'words `a b c` '.repeat(15)}and more.`)).toEqual([
      '6: Expected a sentence of 32 words at most, but “Two words `…` words `…` words …” has 33. Make two of it.',
    ]);
  });

  it('counts the sentences of a paragraph', () => {
    expect(body('One. Two? "Three." `four` is a call.\nFive.')).toEqual([
      '6: Expected a paragraph of 4 sentences at most, but got 5. Begin a new paragraph with the second idea, or take a sentence out.',
    ]);
  });

  it('reads tables, notes, links and alternative texts', () => {
    expect(
      body('<Note>\nAn us.\n</Note>\n\n| us |\n| --- |\n| us |\n\n[us](/x) ![us](y.png)').map((line) =>
        line.slice(0, 2),
      ),
    ).toEqual(['6:', '9:', '11', '13', '13']);
  });

  it('reads the front matter, folded lines included', () => {
    expect(check(article, '---\ntitle: A Title\nclaim: >-\n  You say\n  what us know.\n---\n')).toEqual([
      `${article}:2: Expected a heading in sentence case, but got "Title" in its middle. Write it small, or add the name to content/words.txt with its capital.`,
      `${article}:5: Expected none of the phrases that say nothing, but got "us". Say "you" of the reader, or name who does it.`,
    ]);
  });

  it('reads records, and ignores the titles of others', () => {
    const file = 'content/peps/1.yaml';
    expect(check(file, 'title: We Really Pause!\nbefore: "It was `us`, and us paused."\nadded:\n  - ours\n')).toEqual([
      `${file}:2: Expected none of the phrases that say nothing, but got "us". Say "you" of the reader, or name who does it.`,
      `${file}:2: Expected the site’s term, but got "paused". Write "suspend"; pause is for headings.`,
      `${file}:4: Expected none of the phrases that say nothing, but got "ours". Say "you" of the reader, or name who does it.`,
    ]);
  });

  it('reads the front block of a program, and ignores the program', () => {
    const file = 'content/articles/one/a.ts';
    expect(check(file, '// title: One\n// look: at the top,\n//   where us stop.\n\n// we really pause!\n')).toEqual([
      `${file}:3: Expected none of the phrases that say nothing, but got "us". Say "you" of the reader, or name who does it.`,
    ]);
  });
});
