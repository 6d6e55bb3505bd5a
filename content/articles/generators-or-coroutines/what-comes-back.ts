// title: Four results that are not coroutines
// question: `yield from` is given an empty list, a list of two `None`s, a string and a number. Which of the four fail?
// answer: The string and the number. The number fails at once, because it cannot be iterated over. The letter A of the string
//   goes up to the task, and the task throws an error back in. Both lists go through, and their value is `None`.
// look: `main` suspends three times, once for each `None` and once for the letter A.

import type { Awaitable } from '@yieldpoint/scheduler';

const answers: Record<string, any> = {
  'no orders': [],
  'two empty rows': [undefined, undefined],
  'an order number': 'A7',
  'a count': 5,
};

function* delegate(answer: Awaitable<unknown>) {
  return yield* answer;
}

export async function main() {
  for (const [name, answer] of Object.entries(answers)) {
    try {
      const result = await delegate(answer);
      const text = result ?? 'None';
      console.log(`${name}: goes through as ${text}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      console.log(`${name}: fails`);
    }
  }
}
