// title: Four things that are no coroutine
// question: `yield from` stands in front of an empty list, a list of two `None`s, a string and a number. Which of them are
//   refused?
// answer: The number at once, because it cannot be iterated over. The string by the task, which is handed the letter a and
//   throws an error in. The two lists go through and have `None` as their value.
// look: Count how often `main` suspends, and find out for whom.

import type { Awaitable } from '@yieldpoint/scheduler';

const answers: Record<string, any> = {
  'an empty list': [],
  'two Nones': [undefined, undefined],
  'a string': 'ab',
  'a number': 5,
};

function* ask(answer: Awaitable<unknown>) {
  return yield* answer;
}

export async function main() {
  for (const [name, answer] of Object.entries(answers)) {
    try {
      const result = await ask(answer);
      console.log(`${name}: goes through, has ${result ?? 'None'}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      console.log(`${name}: refused`);
    }
  }
}
