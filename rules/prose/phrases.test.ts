import { describe, expect, it } from 'vitest';
import { bannedPhrases, marks, type Phrase, terms } from './phrases.ts';
import { voicePhrases } from './voice.ts';

/** For every phrase, in the order of the list, a text that it refuses. */
const refused: readonly (readonly [string, readonly Phrase[], readonly string[]])[] = [
  [
    'phrases that say nothing',
    bannedPhrases,
    [
      'Throughout this guide',
      'in the next section',
      'Let us consider',
      'delve into',
      'as you can see',
      'it is worth noting',
      'Keep in mind that',
      'needless to say',
      'Of course',
      'as we all know',
      'In a nutshell',
      'to sum up',
      'at the end of the day',
      'without further ado',
      'First and foremost',
      'last but not least',
      'Welcome to',
      'Congratulations',
      'Happy coding',
      "Here's the thing",
      'That being said',
      'the fact that',
      'under the hood',
      'behind the scenes',
      'Fun fact',
      'obviously',
      'magically',
      'seamless',
      'fascinating',
      'utilizes',
      'very',
      'rabbit hole',
      'ours',
      'my',
      'etc.',
      'i.e.',
      'please',
    ],
  ],
  [
    'terms of the glossary',
    terms,
    [
      'awaited for',
      'pausing',
      'cancelled',
      'Cancelled',
      'cancelling',
      'cancelation',
      'yields control to the event loop',
      'cycles of the loop',
      'kicked off',
      'coroutine object function',
      'event-loop',
      'ready-queue',
      'generator based',
      'co-routines',
      'python',
      'Cpython',
      'Typescript',
      'javascript',
      'Asyncio',
      'PEP-342',
    ],
  ],
  [
    'plain English',
    voicePhrases,
    [
      'whomever',
      'the line stands in the body',
      'comes behind the loop',
      'in front of a call',
      'in the place of a list',
      'of the fourth there was a version',
      'the one goes on that has waited longest',
      'It is none.',
      'The object did not tell.',
      'a helper that is to suspend',
      'wants to have a value',
      'what is wished for',
      'cares for sockets',
      'has its turn',
      'all else is evaluated',
      'thereby',
      'that is all it takes',
      'does no more than that',
      'the whole trick',
      'is not a bug, it is a feature',
      'You know how it works',
    ],
  ],
  [
    'marks',
    marks,
    ['runs!', '🚀', 'doesn’t', '“so”', 'on...', 'runs — ends', 'It  runs', '21st December 2001', 'runs runs'],
  ],
];

/** Says which phrase has no text at its place. Only the first, because a text that is missing moves all those after it. */
function findMissingText(phrases: readonly Phrase[], texts: readonly string[]): string | undefined {
  const at = phrases.findIndex(({ pattern }, index) => !pattern.test(texts[index] ?? ''));
  if (at >= 0)
    return `Expected a text that ${String(phrases[at]?.pattern)} refuses, but found "${texts[at] ?? ''}". Add one to the list in this file, before that text.`;
  const extra = texts[phrases.length];
  return extra === undefined
    ? undefined
    : `Expected a phrase that refuses "${extra}", but there is none. Remove the text.`;
}

describe.each(refused)('%s', (_, phrases, texts) => {
  it('each refuse the text meant for them', () => {
    expect(findMissingText(phrases, texts)).toBeUndefined();
  });

  it('let plain sentences pass', () => {
    const plain = [
      'The task waits in the queue behind another one.',
      'asyncio.sleep(0) stands for a wait of one iteration.',
      'One of the tasks is done, and the caller knows which.',
      'The error that is raised here is not an `OSError`.',
      'To run a new generator is to prime it. There is none left.',
      'You can say that each task gets a turn, and nothing tells you when.',
      'It does not tell you the line. By the end you know which runs next.',
      'A coroutine is not a task. It is run by one.',
    ];
    expect(plain.filter((text) => phrases.some(({ pattern }) => pattern.test(text)))).toEqual([]);
  });

  it('say what to do, and replace a phrase only with one that is not refused itself', () => {
    for (const { fix, replacement } of phrases) {
      expect(fix).toMatch(/^[A-Z].*[^.]$/);
      if (replacement !== undefined) expect(phrases.filter(({ pattern }) => pattern.test(replacement))).toEqual([]);
    }
  });
});
