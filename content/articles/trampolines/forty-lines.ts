// title: The scheduler in forty lines
// question: Two coffees and a cup of tea are started at 0 s. Every one of them waits 2 s for the grinder, which has beans only for the
//   first. Which four lines are printed, and at which times?
// answer: At 2 s the powder of the first coffee, the failure of the second and "tea instead"; at 5 s the first is poured. The error of
//   grind is thrown into whoever called it. tea catches it and coffee does not, so that task is over and the others go on.
// look: Each grind is suspended for 2 s, and so is its caller. When it ends, the program resumes the caller itself: with a value by
//   send, or with the error by throw.

import { send, throwInto } from '@yieldpoint/scheduler';

type Routine = Generator<number | Routine, unknown, unknown>;
const ready: Routine[][] = [];
const asleep: { due: number; stack: Routine[] }[] = [];
let now = 0;

// region scheduler
function start(generator: Routine) {
  ready.push([generator]);
}

function bounce(stack: Routine[]) {
  let result: unknown;
  let thrown: { error: unknown } | undefined;
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    try {
      const { done, value } = thrown ? throwInto(top, thrown.error) : send(top, result);
      [result, thrown] = [undefined, undefined];
      if (done) {
        stack.pop();
        result = value;
      } else if (typeof value === 'number') {
        return value;
      } else {
        stack.push(value as Routine);
      }
    } catch (error) {
      stack.pop();
      [result, thrown] = [undefined, { error }];
    }
  }
  if (thrown) console.log(`${now} s: a task failed, ${(thrown.error as Error).message}`);
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
// endregion

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
  for (const task of [coffee(18), coffee(0), tea()]) start(task);
  run();
}
