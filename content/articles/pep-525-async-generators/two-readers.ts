// title: Two readers, one ticker
// question: Ada and Grace ask the same ticker for a tick while it sleeps for 1 s. Who gets one, when, and what does the other
//   get?
// answer: Ada, who asked first, gets tick 1 at 1 s. Grace gets an error at 0 s: an asynchronous generator answers one request at
//   a time, and a second one is refused instead of queued.
// look: The lane of Grace ends before time has moved.

import { anext, gather, RuntimeError, sleep } from '@yieldpoint/scheduler';

async function* ticks() {
  await sleep(1);
  yield 1;
}

async function reader(name: string, source: AsyncIterator<number>) {
  try {
    console.log(`${name} has tick ${await anext(source)}`);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(`${name} is refused`);
  }
}

export async function main() {
  const source = ticks();
  await gather([reader('Ada', source), reader('Grace', source)]);
  for await (const _ of source);
}
