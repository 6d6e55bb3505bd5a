// title: Two accounts, locked in opposite order
// question: `deposit` locks `wages` and then `savings`, `refund` locks `savings` and then `wages`. Which lines are printed, and how
//   does the run end?
// answer: Each task gets its first lock and waits for the other's. Nothing is ready and no timer is set, so nothing can happen any
//   more, and the run ends with a list of who waits for what.
// look: At the dashed line every lane waits. What follows is the run being cleared away, in which each task is canceled and releases
//   its lock.

import { createTask, enter, Lock, sleep } from '@yieldpoint/scheduler';

async function transfer(name: string, source: Lock, target: Lock) {
  await using first = await enter(source);
  console.log(`${name} has its first account`);
  await sleep(1);
  await using second = await enter(target);
  console.log(`${name} has both`);
}

export async function main() {
  const [wages, savings] = [new Lock(), new Lock()];
  const deposit = createTask(transfer('deposit', wages, savings), { name: 'deposit' });
  const refund = createTask(transfer('refund', savings, wages), { name: 'refund' });
  await deposit;
  await refund;
}
