// title: A coroutine, resumed by hand
// question: `upload` is an `async def`, and no event loop is running. Which line is printed first, and which one is printed while
//   `upload` is suspended?
// answer: "main has a coroutine" is first, because the call runs nothing. The first `send(None)` runs `upload` up to the `yield`
//   below its `await`. Then `main` has control, and prints "main does something else".
// look: Compare the order of the lines with that of `fibonacci`. `upload` is suspended at its `await`, and `answer` at the `yield`.

import { send, type Drivable } from '@yieldpoint/scheduler';

function* answer(): Generator<string, void, void> {
  yield 'upload waits for an answer';
}

async function upload(name: string) {
  console.log(`${name}: upload begins`);
  await (answer() as any);
  console.log(`${name}: upload ends`);
}

export function main() {
  const job = upload('photo') as unknown as Drivable<string, void, void>;
  console.log('main has a coroutine');
  console.log(send(job).value);
  console.log('main does something else');
  const { done } = send(job);
  if (done) console.log('main ends');
}
