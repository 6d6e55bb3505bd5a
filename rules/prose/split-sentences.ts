import { code } from './passage.ts';

/** A sentence of a passage: where it begins in the passage's text, and how many words it has; code counts as one word. */
export type Sentence = { readonly from: number; readonly text: string; readonly words: number };

const abbreviations = /\b(?:vs|cf|St|Mr|Ms|Dr|No|approx|[A-Z])\.$/u;

/** Splits a text after each sentence: at a period, question or exclamation mark with a capital, a quotation or code after it. */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const body = raw.trim();
    if (body !== '') {
      const words = body.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word) || word.includes(code)).length;
      sentences.push({ from: from + raw.indexOf(body), text: body, words });
    }
    from = to;
  };
  for (const match of text.matchAll(/[.?!]["')\]]*(?=\s+["'(\[]*(?:[\p{Lu}\p{N}]|asyncio|\uFFFC))/gu)) {
    const to = match.index + match[0].length;
    if (!abbreviations.test(text.slice(0, match.index + 1))) close(to);
  }
  close(text.length);
  return sentences;
}
