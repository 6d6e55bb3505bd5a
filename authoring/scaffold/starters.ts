/** A pair to start from, and true sentences about it. */
type Starter = {
  /** The name of the pair unless one is given. */
  readonly name: string;
  readonly typescript: string;
  readonly python: string;
  /** The text about it in an article: a heading and a paragraph. */
  readonly heading: string;
  readonly text: string;
};

const asyncStarter: Starter = {
  name: 'two-waits',
  heading: 'Two waits at the same time',
  text: `Both tasks begin to wait at 0 s. \`orders\` is resumed at 2 s and \`profile\` at 3 s, and \`main\` continues in the same
second. One after the other, the two requests would take 5 s.`,
  typescript: `// title: Two requests that wait at the same time
// question: The profile takes 3 s and the orders take 2 s. Which lines are printed, in which order?
// answer: The orders, the profile, the page. Both tasks wait at the same time, so the shorter wait ends first.
// look: The lanes of \`profile\` and \`orders\` wait side by side. The lane of \`main\` waits for both.

import { gather, sleep } from '@yieldpoint/scheduler';

async function profile() {
  await sleep(3);
  console.log('profile loaded');
}

async function orders() {
  await sleep(2);
  console.log('orders loaded');
}

export async function main() {
  await gather([profile(), orders()]);
  console.log('page sent');
}
`,
  python: `import asyncio

async def profile():
    await asyncio.sleep(3)
    print("profile loaded")

async def orders():
    await asyncio.sleep(2)
    print("orders loaded")

async def main():
    await asyncio.gather(profile(), orders())
    print("page sent")

asyncio.run(main())
`,
};

const generatorStarter: Starter = {
  name: 'countdown',
  heading: 'A generator that counts down',
  text: `The first line printed is \`made\`, because calling \`countdown\` runs none of its lines. The generator begins when the
loop asks for a value. At each \`yield\` it is suspended until the loop asks again, and after the last value it ends.`,
  typescript: `// title: A countdown, one number at a time
// question: Five lines are printed, two of them numbers. Which lines, and in which order?
// answer: \`made\`, \`begins\`, 2, 1, \`ends\`. Calling a generator function runs none of its lines; the first request for a value does.
// look: The lane of \`countdown\` is suspended whenever \`main\` prints a number.

function* countdown(start: number) {
  console.log('begins');
  for (let n = start; n > 0; n -= 1) {
    yield n;
  }
  console.log('ends');
}

export function main() {
  const numbers = countdown(2);
  console.log('made');
  for (const n of numbers) {
    console.log(n);
  }
}
`,
  python: `def countdown(start):
    print("begins")
    for n in range(start, 0, -1):
        yield n
    print("ends")

def main():
    numbers = countdown(2)
    print("made")
    for n in numbers:
        print(n)

main()
`,
};

/** The programs that a new demo starts with, by kind. */
export const starters = { async: asyncStarter, generator: generatorStarter } as const;
