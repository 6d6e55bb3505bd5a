// title: Step two: run many, in turn
// question: `coffee` has three things to do and `toast` has two. Each yields after every one of them. In which order are they
//   done?
// answer: water on, bread in, grind, bread out, pour. Whoever yields goes to the end of the queue, so the two take turns until
//   `toast` has nothing left to do.
// look: Only one lane is running at any moment. Follow it down: the program resumes `coffee`, then `toast`, then `coffee` again.
// show: ready as queue

import { send } from '@yieldpoint/scheduler';

type Task = Generator<void, void, void>;

// region run
function run(...tasks: Task[]) {
  const ready = tasks;
  while (ready.length > 0) {
    const task = ready.shift()!;
    const { done } = send(task);
    if (!done) ready.push(task);
  }
}
// endregion

function* coffee(): Task {
  for (const work of ['water on', 'grind', 'pour']) {
    console.log(`coffee: ${work}`);
    yield;
  }
}

function* toast(): Task {
  for (const work of ['bread in', 'bread out']) {
    console.log(`toast: ${work}`);
    yield;
  }
}

export function main() {
  run(coffee(), toast());
}
