// title: Step four: one generator calls another
// question: `coffee` calls `grind`, and `grind` calls `weigh`. The trampoline prints the number of the one it resumes, counted
//   from the bottom of its stack. Which numbers are printed?
// answer: 1, 2, 3, 2, 1. Each `yield` of a generator puts this generator on top, and each `return` takes the top away and sends
//   the value to the one below.
// look: `coffee`, `grind` and `weigh` are on the stack together, but every one of them is resumed by the program.
// show: stack as stack

import { send } from '@yieldpoint/scheduler';

type Routine = Generator<Routine, unknown, unknown>;

function trampoline(outermost: Routine) {
  const stack = [outermost];
  let result: unknown;
  while (stack.length > 0) {
    console.log(`resume number ${stack.length}`);
    const { done, value } = send(stack.at(-1)!, result);
    if (done) stack.pop();
    else stack.push(value);
    result = done ? value : undefined;
  }
  return result;
}

function* weigh(): Routine {
  return 18;
}

function* grind(): Routine {
  const grams = yield weigh();
  return `${grams} g of powder`;
}

function* coffee(): Routine {
  const powder = yield grind();
  return `coffee from ${powder}`;
}

export function main() {
  console.log(trampoline(coffee()));
}
