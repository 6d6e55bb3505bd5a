// title: Two mails that wait for a receipt
// question: Each mail waits for its receipt, and `receipts` has weak references. After 1 s the garbage collector runs, and then both receipts
//   come. Which lines does the Python program print at 1 s?
// answer: "nothing waits for Ada" and "mail to Grace has arrived", after two lines of the log about Ada's task. Nothing but a cycle of their own
//   referred to Ada's task and its future, so both were collected. The group refers to Grace's task.
// look: The lane of Ada's mail ends at 1 s, in the step of `main`: its task was destroyed while pending. Python's report about it follows.
// parity: none A program in JavaScript cannot ask for garbage collection, so here both tasks are still there at 1 s, and both mails arrive.

import { asyncWith, createTask, Future, sleep, TaskGroup } from '@yieldpoint/scheduler';

const receipts = new Map<string, WeakRef<Future<void>>>();

async function sendMail(to: string) {
  const receipt = new Future<void>();
  receipts.set(to, new WeakRef(receipt));
  console.log(`mail to ${to} is out`);
  await receipt;
  console.log(`mail to ${to} has arrived`);
}

function confirm(to: string) {
  const receipt = receipts.get(to)?.deref();
  if (receipt) receipt.setResult();
  else console.log(`nothing waits for ${to}`);
}

async function sendBoth(group: TaskGroup) {
  createTask(sendMail('Ada'));
  group.createTask(sendMail('Grace'));
  await sleep(1);
  confirm('Ada');
  confirm('Grace');
}

export async function main() {
  await asyncWith(new TaskGroup(), sendBoth);
}
