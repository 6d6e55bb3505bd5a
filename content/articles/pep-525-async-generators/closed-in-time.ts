// title: The same connection, closed before `main` goes on
// question: The loop is in a block now that closes the generator on the way out. When is "closed by …" printed, and by which task?
// answer: At 2 s, by `Task-1`, which is `main`. Only then does `main` leave the block, and it finds the connection closed.
// look: One lane. Its second wait is in the `finally` of `read_each`.
// lines: In TypeScript the body of `async with` is a function of its own, and `main` waits for it at the line that calls it.

import { aclosing, asyncWith, currentTask, sleep } from '@yieldpoint/scheduler';

class Connection {
  state = 'closed';
  async open() {
    await sleep(1);
    this.state = 'open';
  }
  async close() {
    await sleep(1);
    this.state = 'closed';
    const task = currentTask()?.getName();
    console.log(`closed by ${task}`);
  }
}

async function* readEach(connection: Connection) {
  await connection.open();
  try {
    for (const page of [1, 2, 3]) yield `order ${page}`;
  } finally {
    await connection.close();
  }
}

export async function main() {
  const connection = new Connection();
  await asyncWith(aclosing(readEach(connection)), async (source) => {
    for await (const order of source) {
      console.log(order);
      break;
    }
  });
  console.log(`main finds it ${connection.state}`);
}
