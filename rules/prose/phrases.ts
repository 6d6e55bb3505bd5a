import type { PassageKind } from './passage.ts';

/** A phrase that the site does not use, what to do about it, and where it is allowed. */
export type Phrase = {
  readonly pattern: RegExp;
  /** What to do about it, as the end of a finding. */
  readonly fix: string;
  /** Its replacement, if that is certain. */
  readonly replacement?: string;
  readonly allowedIn?: readonly PassageKind[];
};

const cut = 'Take the words out; say what happens';

/** Phrases that would fit any article, that praise, or that talk about the text instead of the subject. */
export const bannedPhrases: readonly Phrase[] = [
  ...[
    /\b(?:in|throughout) this (?:article|post|tutorial|guide|chapter|section)\b/iu,
    /\bin the (?:next|previous|following) (?:article|section|chapter)\b/iu,
    /\blet(?:['’]s| us) (?:dive|look|see|take|explore|start|begin|get|have|consider|imagine|say|go|try)\b/iu,
    /\b(?:dive|diving|deep dive|delve|delving|delves) (?:in|into|deep|deeper)\b/iu,
    /\bas (?:you )?(?:can be seen|can see|we saw|we have seen|mentioned|noted|discussed|stated)\b/iu,
    /\b(?:it is|it['’]s) (?:important|worth|interesting|crucial|essential) (?:to note|noting|to mention|mentioning|to remember|to understand)\b/iu,
    /\b(?:note|remember|keep in mind|bear in mind) that\b/iu,
    /\bneedless to say\b/iu,
    /\bof course\b/iu,
    /\bas we all know\b/iu,
    /\bin (?:conclusion|summary|a nutshell|other words|essence)\b/iu,
    /\bto (?:sum up|summarize|recap|put it simply)\b/iu,
    /\bat the end of the day\b/iu,
    /\bwithout further ado\b/iu,
    /\bfirst and foremost\b/iu,
    /\blast but not least\b/iu,
    /\bwelcome to\b/iu,
    /\bcongratulations\b/iu,
    /\bhappy (?:coding|hacking|learning)\b/iu,
    /\bhere['’]s the (?:thing|kicker|catch)\b/iu,
    /\bthat being said\b/iu,
    /\bthe fact that\b/iu,
    /\bunder the hood\b/iu,
    /\bbehind the scenes\b/iu,
    /\bfun fact\b/iu,
  ].map((pattern) => ({ pattern, fix: cut })),
  ...[
    /\b(?:simply|obviously|clearly|basically|actually|essentially|literally|honestly|trivially|naturally|evidently)\b/iu,
    /\b(?:magic|magical|magically)\b/iu,
    /\b(?:powerful|robust|seamless|seamlessly|elegant|elegantly|blazing|blazingly|effortless|effortlessly|cutting-edge|game-changing|game changer)\b/iu,
    /\b(?:amazing|awesome|fantastic|incredible|exciting|fascinating|beautiful|wonderful)\b/iu,
    /\b(?:leverage|leverages|leveraging|utilize|utilizes|utilizing|utilization|facilitate|facilitates)\b/iu,
    /\b(?:very|really|quite|extremely|incredibly|highly)\b/iu,
    /\b(?:tapestry|realm|testament|treasure trove|paradigm shift|rabbit hole|Swiss army knife)\b/iu,
  ].map((pattern) => ({ pattern, fix: 'Take the word out; the program shows how it is' })),
  // "We" is allowed if writer and reader look at something together.
  { pattern: /\b(?:us|our|ours|let['’]s)\b/iu, fix: 'Say "you" of the reader, or name who does it' },
  { pattern: /\b(?:I|my|me|mine|myself)\b/u, fix: 'Take yourself out; the page shows programs' },
  {
    pattern: /\b(?:etc\.|and so forth|and so on and so forth)/iu,
    fix: 'Name what is meant, or end the list',
  },
  { pattern: /\b(?:e\.\s?g\.|i\.\s?e\.)/iu, fix: 'Write "for example" or "that is"' },
  { pattern: /\b(?:please|sorry)\b/iu, fix: cut },
];

/** One term for one thing, as in the glossary and content/STYLE.md. */
export const terms: readonly Phrase[] = [
  { pattern: /\bawait(?:s|ed|ing)? for\b/iu, fix: 'Await a thing, never for it' },
  {
    pattern: /\bpaus(?:e|es|ed|ing)\b/iu,
    fix: 'Write "suspend"; pause is for headings',
    allowedIn: ['heading', 'name'],
  },
  { pattern: /\bcancelled\b/u, fix: 'Write "canceled"; the spelling of the API is for code', replacement: 'canceled' },
  { pattern: /\bCancelled\b/u, fix: 'Write "Canceled"; the spelling of the API is for code', replacement: 'Canceled' },
  { pattern: /\bcancelling\b/u, fix: 'Write "canceling"', replacement: 'canceling' },
  { pattern: /\bcancelation\b/u, fix: 'Write "cancellation"', replacement: 'cancellation' },
  { pattern: /\byield(?:s|ed|ing)? (?:control )?to the (?:event )?loop\b/iu, fix: 'Write "give way"' },
  {
    pattern: /\b(?:loop|event loop)(?:['’]s)? (?:tick|cycle)s?\b|\b(?:tick|cycle)s? of the (?:event )?loop\b/iu,
    fix: 'Write "iteration of the loop"',
  },
  {
    pattern: /\b(?:kick(?:s|ed|ing)? off|warm(?:s|ed|ing)? up)\b/iu,
    fix: 'Write "prime" of a generator, "start" of a task',
  },
  {
    pattern: /\bcoroutine objects? function/iu,
    fix: 'Write "coroutine function" of the def, "coroutine object" of what it returns',
  },
  { pattern: /\beventloop\b|\bevent-loop\b/iu, fix: 'Write "event loop"', replacement: 'event loop' },
  { pattern: /\bready-queue\b/iu, fix: 'Write "ready queue"', replacement: 'ready queue' },
  { pattern: /\bgenerator based\b/iu, fix: 'Write "generator-based"', replacement: 'generator-based' },
  { pattern: /\bco-routine(s?)\b/iu, fix: 'Write "coroutine"' },
  { pattern: /\bpython\b/u, fix: 'Write "Python"', replacement: 'Python' },
  { pattern: /\bCpython\b|\bcPython\b/u, fix: 'Write "CPython"', replacement: 'CPython' },
  { pattern: /\b(?:Typescript|typescript)\b/u, fix: 'Write "TypeScript"', replacement: 'TypeScript' },
  { pattern: /\b(?:Javascript|javascript)\b/u, fix: 'Write "JavaScript"', replacement: 'JavaScript' },
  { pattern: /\bAsyncio\b/u, fix: 'Write "asyncio", small at the beginning of a sentence too', replacement: 'asyncio' },
  { pattern: /\bPEP-(?=\d)/u, fix: 'Write "PEP 342"', replacement: 'PEP ' },
];

/** Punctuation and spellings that are decided once. */
export const marks: readonly Phrase[] = [
  { pattern: /!(?!=)/u, fix: 'End the sentence with a period' },
  { pattern: /\p{Extended_Pictographic}/u, fix: 'Take it out; a State component shows a state' },
  { pattern: /[‘’]/u, fix: 'Write a straight apostrophe', replacement: "'" },
  { pattern: /[“”]/u, fix: 'Write straight quotation marks', replacement: '"' },
  { pattern: /\.\.\./u, fix: 'Write one ellipsis character', replacement: '…' },
  { pattern: /\s?—\s?|(?<=\S) ?-- ?(?=\S)/u, fix: 'Write a comma, a colon or two sentences' },
  { pattern: /(?<=[^\s.]) {2,}(?=\S)/u, fix: 'Write one space', replacement: ' ' },
  {
    pattern:
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b|\b\d{1,2}\/\d{1,2}\/\d{4}\b/u,
    fix: 'Write the date as 2001-12-21',
  },
  { pattern: /\b(?!that that\b|had had\b)(\p{L}+)\s+\1\b/u, fix: 'Keep one of the two words' },
];
