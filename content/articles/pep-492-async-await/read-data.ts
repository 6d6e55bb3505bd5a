// title: The same `await`, twice
// question: `main` makes an `audit` task just before each of the two reads. Which four lines are printed, in which order?
// answer: In the first read, `fetch` waits 2 s, and `audit` runs in the meantime. The second read is answered from memory: nothing
//   below the `await` suspends, so `read_data` prints first and `audit` runs when `main` awaits it.
// look: `main` has a gap in the first read and none in the second, although both went through the same line.
// lines: In TypeScript `if` and `await` are one line, to which both calls come. In Python `await` has a line of its own, to which the
//   second call does not come.

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

async function audit(read: number) {
  console.log(`audit of read ${read}`);
}

export async function main() {
  const db = new Database();
  for (const read of [1, 2]) {
    const audited = createTask(audit(read));
    await readData(db);
    await audited;
  }
}
