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
  text: `Both tasks wait from 0 s on. The toast is up at 2 s, the water boils at 3 s, and \`main\` goes on in
the same second. One after the other, the two would have taken 5 s.`,
  typescript: `// title: Two waits that overlap
// question: The kettle takes 3 s and the toast takes 2 s. At which time is the last line printed?
// answer: At 3 s. Both tasks wait at the same time, so the longer of the two waits decides.
// look: The lanes of kettle and toast, which wait side by side, and the lane of main, which waits for both.

import { gather, sleep } from '@yieldpoint/scheduler';

async function kettle() {
  await sleep(3);
  console.log('the water boils');
}

async function toast() {
  await sleep(2);
  console.log('the toast is up');
}

export async function main() {
  await gather([kettle(), toast()]);
  console.log('breakfast');
}
`,
  python: `import asyncio

async def kettle():
    await asyncio.sleep(3)
    print("the water boils")

async def toast():
    await asyncio.sleep(2)
    print("the toast is up")

async def main():
    await asyncio.gather(kettle(), toast())
    print("breakfast")

asyncio.run(main())
`,
};

const generatorStarter: Starter = {
  name: 'countdown',
  heading: 'A generator that counts down',
  text: `The first line printed is \`made\`, because the call of \`countdown\` runs none of its lines. The loop asks for a value, the
generator begins, and at each \`yield\` it is suspended until the loop asks again. After the last value it ends.`,
  typescript: `// title: A countdown, one number at a time
// question: Five lines are printed, two of them numbers. Which line is the first?
// answer: \`made\`. Calling a generator function runs none of its lines; the first request for a value does.
// look: The lane of countdown, which is suspended whenever main prints a number.

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
