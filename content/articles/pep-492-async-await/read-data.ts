// title: The same `await`, twice
// question: A bystander is made ready just before each of the two reads. Which lines come out, and in which order?
// answer: The first read waits 2 s below its `await`, so the bystander has its turn first. The second is answered from
//   memory: nothing below the `await` suspends, the task runs on, and the bystander has to wait until it lets go.
// look: `main` has a gap in the first read and none in the second, although both went through the same line.

import { createTask, sleep } from '@yieldpoint/scheduler';

class Database {
  warm = false;
  async fetch(_query: string) {
    if (!this.warm) await sleep(2);
    this.warm = true;
    return ['Ada', 'Grace'];
  }
}

async function readData(db: Database) {
  const data = await db.fetch('SELECT * FROM people');
  console.log(`read_data has ${data.length} rows`);
}

async function bystander(read: number) {
  console.log(`bystander of read ${read}`);
}

export async function main() {
  const db = new Database();
  for (const read of [1, 2]) {
    const ready = createTask(bystander(read));
    await readData(db);
    await ready;
  }
}
