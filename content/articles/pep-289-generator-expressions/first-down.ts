// title: A health check that asks too much
// question: Of four servers the second is down, and `any` stops at the first true answer. How many servers are asked with the
//   brackets, and how many without?
// answer: Four, then two. The brackets build the whole list before `any` sees its first item. Without them `any` gets a generator,
//   and asks it for two answers.
// look: The list has no lane. The expression has one, which hands out two answers and is closed.

import { close } from '@yieldpoint/scheduler';

function isDown(server: string) {
  console.log(`ask ${server}`);
  return server === 'eu2';
}

function* answersOf(servers: string[]) {
  for (const s of servers) yield isDown(s);
}

function any(answers: Generator<boolean>) {
  let answer = answers.next();
  while (!answer.done && !answer.value) answer = answers.next();
  close(answers);
  return answer.value;
}

export function main() {
  const servers = ['eu1', 'eu2', 'us1', 'us2'];
  console.log('with brackets');
  if (servers.map((s) => isDown(s)).includes(true)) {
    console.log('a server is down');
  }
  console.log('without brackets');
  if (any(answersOf(servers))) console.log('a server is down');
}
