// title: One bad row
// question: Two files are imported in turn, and the first row of `orders` is bad. The error ends `run`, and `main` calls `run` again.
//   Which five lines are printed?
// answer: "users: row 1", "orders: row ?", "run has ended, because of orders", "main runs it again", "users: row 2". The error leaves
//   `run`, and `users` stays in the queue, suspended. It goes on when `run` is called again.
// look: At the step of "run has ended" the queue still has one task in it.
// show: ready as queue

import { send } from '@yieldpoint/scheduler';

type Task = Generator<void, void, void>;
const ready: Task[] = [];

function run() {
  while (ready.length > 0) {
    const task = ready.shift()!;
    const { done } = send(task);
    if (done) continue;
    ready.push(task);
  }
}

function* importRows(file: string, rows: string): Task {
  for (const row of rows) {
    console.log(`${file}: row ${row}`);
    if (row === '?') throw new Error(file);
    yield;
  }
}

export function main() {
  ready.push(importRows('users', '12'));
  ready.push(importRows('orders', '?3'));
  try {
    run();
  } catch (error) {
    console.log(`run has ended, because of ${(error as Error).message}`);
  }
  console.log('main runs it again');
  run();
}
