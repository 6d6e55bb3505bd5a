// title: Three requests, answered twice
// question: Each request asks the database, which takes 1 s. The three are handled by `blocking` first, and then by `waiting`. Which six lines are
//   printed, and at which times?
// answer: At 1, 2 and 3 s, and then all three at 4 s. `time.sleep` keeps the thread, so the next request cannot even begin.
//   `asyncio.sleep` gives the thread back, and the three waits are over at the same moment.
// look: The lanes of `blocking` run one after the other. The lanes of `waiting` have their gaps at the same time.
// axis: time

import { block, gather, sleep } from '@yieldpoint/scheduler';

async function blocking(client: string) {
  block(1);
  console.log(`blocking: ${client} is answered`);
}

async function waiting(client: string) {
  await sleep(1);
  console.log(`waiting: ${client} is answered`);
}

export async function main() {
  for (const handle of [blocking, waiting]) {
    await gather([handle('Ada'), handle('Grace'), handle('Alan')]);
  }
}
