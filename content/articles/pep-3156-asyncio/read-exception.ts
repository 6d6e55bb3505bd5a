// title: The same upload in a task group
// question: `main` starts `save` and `answer` in a task group and waits for both. When does `main` hear of the full disk, and what becomes of
//   `answer`?
// answer: At 1 s. The group reads the exception, cancels `answer`, and raises when both have ended, so "the connection is closed" is not
//   printed.
// look: At 1 s the failure of `save` leads to `main`, and `answer` is canceled before `main` goes on.

import { ExceptionGroup, sleep, TaskGroup } from '@yieldpoint/scheduler';

async function save() {
  await sleep(1);
  console.log('save fails');
  throw new Error('disk is full');
}

async function answer() {
  console.log('answer: the client hears 200');
  await sleep(10);
  console.log('answer: the connection is closed');
}

export async function main() {
  try {
    await using group = new TaskGroup();
    group.createTask(save());
    group.createTask(answer());
  } catch (errors) {
    if (!(errors instanceof ExceptionGroup)) throw errors;
    for (const error of errors.exceptions) {
      console.log(`main hears: ${(error as Error).message}`);
    }
  }
}
