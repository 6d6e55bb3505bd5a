// title: The scheduler in forty lines
// question: Two coffees and a cup of tea are started at 0 s. Every one of them waits 2 s for the grinder, which has beans only
//   for the first. Which four lines are printed, and at which times?
// answer: At 2 s the powder of the first coffee, the failure of the second and "tea instead"; at 5 s the first is poured. The
//   error of `grind` is thrown into whoever called it. `tea` catches it and `coffee` does not, so that task is over and the
//   others go on.
// look: Each `grind` is suspended for 2 s, and so is its caller. When it ends, the program resumes the caller itself: with a
//   value by `send`, or with the error by `throw`.
// show: ready as queue, asleep as heap

import { send, throwInto } from '@yieldpoint/scheduler';

type Wish = number | Routine;
type Routine = Generator<Wish>;
const ready: Routine[][] = [];
const asleep: { due: number; stack: Routine[] }[] = [];
let now = 0;

function start(generator: Routine) {
  ready.push([generator]);
}

function bounce(stack: Routine[]) {
  let result: unknown;
  let thrown: Error | undefined;
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    try {
      const resume = thrown ? throwInto : send;
      const step = resume(top, thrown ?? result);
      thrown = result = undefined;
      if (step.done) {
        stack.pop();
        result = step.value;
      } else if (typeof step.value === 'number') {
        return step.value;
      } else {
        stack.push(step.value);
      }
    } catch (error) {
      stack.pop();
      thrown = error as Error;
    }
  }
  if (thrown) console.log(`${now} s: a task failed, ${thrown.message}`);
  return 0;
}

function run() {
  while (ready.length + asleep.length > 0) {
    if (ready.length === 0) {
      const { due, stack } = asleep.shift()!;
      now = due;
      ready.push(stack);
    }
    const stack = ready.shift()!;
    const seconds = bounce(stack);
    if (stack.length === 0) continue;
    asleep.push({ due: now + seconds, stack });
    asleep.sort((a, b) => a.due - b.due);
  }
}
function* grind(beans: number): Routine {
  yield 2;
  if (beans === 0) throw new Error('no beans');
  return `${beans} g of powder`;
}

function* coffee(beans: number): Routine {
  const powder = yield grind(beans);
  console.log(`${now} s: ${powder}`);
  yield 3;
  console.log(`${now} s: pour`);
}

function* tea(): Routine {
  try {
    yield grind(0);
  } catch {
    console.log(`${now} s: tea instead`);
  }
}

export function main() {
  start(coffee(18));
  start(coffee(0));
  start(tea());
  run();
}
