// title: Step one: run one
// question: `coffee` has two lines with a `yield`. How often is it the turn of `run`, and when?
// answer: Twice, once after each `yield`. When `coffee` returns there is nothing to come back to. The value comes with the end of
//   the generator, and `run` returns it.
// look: The lane of `coffee` begins and ends with a resumption by the program. In between, each `yield` gives the program a turn.

import { send } from '@yieldpoint/scheduler';

type Task = Generator<void, number, void>;

function run(task: Task) {
  while (true) {
    const { done, value } = send(task);
    if (done) return value;
    console.log('run: it is my turn');
  }
}

function* coffee(): Task {
  console.log('coffee: water on');
  yield;
  console.log('coffee: grind');
  yield;
  console.log('coffee: pour');
  return 2;
}

export function main() {
  const cups = run(coffee());
  console.log(`${cups} cups`);
}
