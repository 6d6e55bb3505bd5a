// title: A row sent before the first `yield`
// question: `main` forgets `next` and delivers Ada to a new generator. Is Ada saved later, when `next` has been called?
// answer: No. The new generator is not suspended at a `yield`, so there is no value for Ada to become. `send` raises `TypeError`
//   and runs nothing of `save`. `primed` calls `next` for you, so tea is saved at the first try.
// look: The refused `send` draws no arrow. Each lane begins with `next`.

import { send } from '@yieldpoint/scheduler';

type Handler = Generator<string, void, string>;

function read(socket: string) {
  return `read ${socket}`;
}

function* save(socket: string): Handler {
  console.log(`${socket}: save begins`);
  const row = yield read(socket);
  console.log(`${socket}: the row is ${row}`);
}

function primed(handlerOf: (socket: string) => Handler) {
  return function start(socket: string) {
    const handler = handlerOf(socket);
    send(handler);
    return handler;
  };
}

function deliver(handler: Handler, row: string) {
  try {
    const { value, done } = send(handler, row);
    console.log(done ? 'no more requests' : value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log(`${row} is refused`);
  }
}

export function main() {
  const users = save('users');
  deliver(users, 'Ada');
  console.log(send(users).value);
  deliver(users, 'Grace');
  const orders = primed(save)('orders');
  deliver(orders, 'tea');
}
