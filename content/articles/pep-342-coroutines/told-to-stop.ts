// title: A handler that is told to stop
// question: Rows are written two at a time, and three rows have come when the server stops. Which line of `main` causes the third
//   row to be written?
// answer: `users.close()`. It raises `GeneratorExit` at the suspended `yield`. The exception leaves the loop and passes through
//   the `finally`, which writes Alan.
// look: The last arrow into `save` says `close`. After it `save` prints one more line and is closed, and no error reaches `main`.

import { close, send } from '@yieldpoint/scheduler';

type Handler = Generator<string, void, string>;

function read(socket: string) {
  return `read ${socket}`;
}

function* save(socket: string): Handler {
  let batch: string[] = [];
  try {
    while (true) {
      const row = yield read(socket);
      batch.push(row);
      if (batch.length === 2) {
        console.log(`write ${batch.join(' ')}`);
        batch = [];
      }
    }
  } finally {
    console.log(`write the rest: ${batch.join(' ')}`);
  }
}

export function main() {
  const users = save('users');
  send(users);
  for (const row of ['Ada', 'Grace', 'Alan']) {
    send(users, row);
  }
  console.log('main stops the server');
  close(users);
}
