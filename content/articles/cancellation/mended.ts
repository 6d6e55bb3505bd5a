// title: An upload that is canceled, or saved
// question: Sending takes 2 s and saving 2 s more. At 3 s the user cancels the upload. Which lines are printed, and when?
// answer: "the user presses Cancel" at 3 s and "photo is stored" at 4 s. The photo is being saved already, in a task of its own, and `main`
//   waits for that task too.
// look: At 3 s the lane of `upload` ends as canceled, and the lane of `save` goes on to 4 s.

import { createTask, shield, sleep, type Task, wait } from '@yieldpoint/scheduler';

class OSError extends Error {}

const saving = new Set<Task<void>>();

async function send(_name: string) {
  await sleep(2);
}

async function save(name: string) {
  await sleep(2);
  console.log(`${name} is stored`);
}

async function upload(name: string) {
  for (const attempt of [1, 2, 3]) {
    try {
      await send(name);
      break;
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      console.log('failed, trying again');
    }
  }
  const task = createTask(save(name));
  saving.add(task);
  task.addDoneCallback((done) => saving.delete(done));
  await shield(task);
}

export async function main() {
  const task = createTask(upload('photo'));
  await sleep(3);
  console.log('the user presses Cancel');
  task.cancel();
  await wait([task, ...saving]);
}
