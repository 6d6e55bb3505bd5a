import type { Phrase } from './phrases.ts';

/*
 * The part of "Sentences" in content/STYLE.md that a program can check: words that sound translated, and phrases that sound clever
 * and predict nothing. Each pattern is deliberately narrow. Every sentence that it refuses can be said in plainer words.
 */

/** How many sentences of a page may have "nobody" as their subject. */
export const nobodyLimit = 2;

const say = 'Say it in the order subject, verb, object';

/** Words and turns of phrase that a colleague at your desk would not say. */
export const voicePhrases: readonly Phrase[] = [
  { pattern: /\bwho(?:ever|mever|soever)\b/iu, fix: 'Name who it is: the caller, the task, anyone' },
  {
    pattern:
      /\b(?:stands?|stood|standing) (?:in|behind|at|on|before|after|there|here|above|below|under|beside|between|around|alone)\b/iu,
    fix: 'Write "is", or name the place: text and code stand nowhere',
  },
  {
    pattern: /\b(?:is|are|was|were|comes?|came|goes|go|went|written|put|named|left) behind\b/iu,
    fix: 'Write "after"; behind is for a queue, where something waits behind something',
  },
  { pattern: /\bin front of\b/iu, fix: 'Write "before"' },
  { pattern: /\bin the place of\b/iu, fix: 'Write "instead of"' },
  {
    pattern: /\bof (?:which|whom|these|those|them|(?:the|its|all) \p{L}+) there (?:is|are|was|were)\b/iu,
    fix: say,
  },
  { pattern: /\bthe one (?:\p{Ll}+ ){1,3}(?:that|who) (?:has|have|had|is|was)\b/iu, fix: say },
  { pattern: /\bit is none\b/iu, fix: 'Say what it is not: it is not a coroutine' },
  {
    pattern: /\b(?:do|does|did) not tell(?=[.,;:])/iu,
    fix: 'Say who cannot tell what: you could not tell from the object',
  },
  {
    pattern: /\b(?:that|which|who) (?:is|are|was|were) to (?!be\b)\p{Ll}+/iu,
    fix: 'Write "has to", "should" or "will"',
  },
  { pattern: /\bwants? to (?:have|hear)\b/iu, fix: 'Write "needs"' },
  { pattern: /\bwish(?:es|ed)?\b/iu, fix: 'Write "request", or what is needed' },
  { pattern: /\bcar(?:es?|ed|ing) for\b/iu, fix: 'Write "handles"' },
  { pattern: /\b(?:has|have|had) (?:its|their) turns?\b/iu, fix: 'Write "runs" or "runs next"' },
  { pattern: /\ball else\b/iu, fix: 'Write "everything else"' },
  {
    pattern: /\b(?:there|here|where)(?:by|in|of|upon|with)\b/iu,
    fix: 'Say it in two sentences, with the noun in the second',
  },
  {
    pattern: /\b(?:(?:that|this) is|and that['’]s) all (?:there is|it takes|that|of)\b|\band that is all\b/iu,
    fix: 'Show the lines of code that it is about',
  },
  {
    pattern: /\bno(?:thing)? (?:more|less) than (?:this|that|an?)\b|\bno more and no less\b/iu,
    fix: 'Show the lines of code that it is about',
  },
  {
    pattern: /\b(?:whole|entire) (?:secret|trick|story|point|truth)\b/iu,
    fix: 'Show the lines of code that it is about',
  },
  {
    pattern: /\b(?:is|are) not (?:an?|the) \p{L}+[,:;] (?:it|they) (?:is|are)\b/iu,
    fix: 'Say what it is, and show it',
  },
  { pattern: /^You (?:already )?know\b/u, fix: 'Say what the reader will be able to do: "By the end you can say …"' },
];

/**
 * Words and turns of phrase that are always wrong in a comment or in the title of a test. The list is shorter than that for articles,
 * because comments are about more things.
 */
export const commentPhrases: readonly Phrase[] = [
  { pattern: /\bwho(?:ever|mever|soever)\b/iu, fix: 'Name what it is: the caller, the task, the code that does it' },
  {
    pattern:
      /\b(?:stands?|stood|standing) (?:behind|at|on|before|after|there|here|above|below|under|beside|between|around|in the)\b/iu,
    fix: 'Write "is": text and code stand nowhere',
  },
  { pattern: /\bin front of\b/iu, fix: 'Write "before"' },
  { pattern: /\bin the place of\b/iu, fix: 'Write "instead of", or "replaces"' },
  { pattern: /\b(?:of|to|from|by|with|for) whom\b/iu, fix: 'Make two sentences of it, with the noun in the second' },
  { pattern: /\bof (?:which|these|those|them) there (?:is|are|was|were)\b/iu, fix: say },
  { pattern: /\bwants? to (?:have|hear)\b/iu, fix: 'Write "needs"' },
  { pattern: /\b(?:has|have|had) (?:its|their) turns?\b/iu, fix: 'Write "runs" or "runs next"' },
  { pattern: /\ball else\b/iu, fix: 'Write "everything else"' },
  { pattern: /\bfor ever\b/iu, fix: 'Write "forever"' },
  {
    pattern: /\b(?:no|every) matter of\b|\bown business\b/iu,
    fix: 'Say what is not concerned, or that it is internal',
  },
  { pattern: /\b(?:can|could)(?:not| not)? be had\b/iu, fix: 'Say what cannot be loaded, found or done' },
  {
    pattern: /\b(?:there|here|where)(?:by|upon|with)\b/iu,
    fix: 'Make two sentences of it, with the noun in the second',
  },
];
