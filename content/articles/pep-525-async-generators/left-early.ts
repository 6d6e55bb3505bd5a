// title: A connection that stays open after `break`
// question: `main` takes one order, leaves the loop and looks at the connection. Closing it takes 1 s, and 2 s later `main` looks again. `main`
//   itself runs in `Task-1`. Which four lines are printed, in which order?
// answer: "order 1", "main finds it open", "closed by Task-2", "main finds it closed". `break` closes nothing. Two iterations later a new task begins
//   to close the generator, and at 2 s the connection is closed.
// look: The second lane begins after `main` has printed. It does nothing but run the `finally` of `read_each`.

import { abandon, anext, currentTask, sleep } from '@yieldpoint/scheduler';

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
  const source = readEach(connection);
  const order = await anext(source);
  console.log(order);
  abandon(source);
  console.log(`main finds it ${connection.state}`);
  await sleep(2);
  console.log(`main finds it ${connection.state}`);
}
