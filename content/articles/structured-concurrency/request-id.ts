// title: A request's name in its log
// question: A handler awaits `name_request`, which sets the variable, and then makes a task of `read`, which sets it again. What is in the brackets of
//   each of the seven lines?
// answer: Ada and Grace in "begins" and "ends", "Ada/users" and "Grace/users" in "is read", and "none" in the last line. An awaited coroutine sets the variable of
//   the task that awaits it. A new task has a copy, and sets that.
// look: The handlers overlap from 0 s to 1 s, and each line has the name of its own request.

import { ContextVar, sleep, TaskGroup } from '@yieldpoint/scheduler';

const request = new ContextVar('request', { default: 'none' });

function log(text: string) {
  console.log(`[${request.get()}] ${text}`);
}

async function read(table: string, seconds: number) {
  request.set(`${request.get()}/${table}`);
  await sleep(seconds);
  log('is read');
}

async function nameRequest(name: string) {
  request.set(name);
}

async function readAll(seconds: number) {
  await using group = new TaskGroup();
  group.createTask(read('users', seconds));
}

async function handle(name: string, seconds: number) {
  await nameRequest(name);
  log('begins');
  await readAll(seconds);
  log('ends');
}

async function handleAll() {
  await using group = new TaskGroup();
  group.createTask(handle('Ada', 2));
  group.createTask(handle('Grace', 1));
}

export async function main() {
  await handleAll();
  log('main ends');
}
