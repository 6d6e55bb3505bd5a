// title: A generator that calls another one
// question: `report` calls `fetch`, and `fetch` calls `connect`. The trampoline prints the number of the generator that it resumes, counted
//   from the bottom of its stack. Which numbers are printed?
// answer: 1, 2, 3, 2, 1. A generator that comes out goes on top of the stack. When the top returns, it is taken away, and its value is sent
//   to the one below.
// look: At step 8 all three generators are in `stack`, and all three were resumed by the program.
// show: stack as stack

import { send } from '@yieldpoint/scheduler';

type Routine = Generator<Routine, unknown, unknown>;

// region trampoline
function trampoline(outermost: Routine) {
  const stack = [outermost];
  let value: unknown;
  while (stack.length > 0) {
    console.log(`resume number ${stack.length}`);
    const step = send(stack.at(-1)!, value);
    if (step.done) {
      stack.pop();
      value = step.value;
    } else {
      stack.push(step.value);
      value = undefined;
    }
  }
  return value;
}
// endregion

function* connect(): Routine {
  return 'connection 7';
}

function* fetch(): Routine {
  const connection = yield connect();
  return `rows by ${connection}`;
}

function* report(): Routine {
  const rows = yield fetch();
  return `report on ${rows}`;
}

export function main() {
  console.log(trampoline(report()));
}
