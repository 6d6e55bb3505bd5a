// title: The same question to a list and to an expression
// question: Of four parts the second is broken, and `any` stops at the first true answer. How many parts are checked each time?
// answer: Four, then two. The brackets build the whole list before `any` sees its first item. The parentheses hand over a
//   generator, and `any` asks it twice.
// look: The list has no lane, because nothing in it suspends. The expression yields twice and is closed half read.

import { close } from '@yieldpoint/scheduler';

function check(part: number) {
  console.log(`check part ${part}`);
  return part === 2;
}

function* checking(parts: number[]) {
  for (const part of parts) yield check(part);
}

function any(answers: Generator<boolean>) {
  let answer = answers.next();
  while (!answer.done && !answer.value) answer = answers.next();
  close(answers);
  return answer.value;
}

export function main() {
  const parts = [1, 2, 3, 4];
  console.log('first a list');
  if (parts.map((part) => check(part)).includes(true)) {
    console.log('something is broken');
  }
  console.log('then an expression');
  if (any(checking(parts))) console.log('something is broken');
}
