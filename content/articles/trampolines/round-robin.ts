// title: Two jobs that take turns
// question: `import_rows` has three rows and `resize` has two sizes, and each yields after every one. In which order are the five lines
//   printed?
// answer: Row 1, large, row 2, small, row 3. A job that has yielded goes to the end of the queue, so the two take turns until
//   `resize` has nothing left.
// look: `ready` is drawn below the lanes. `run` takes the first task out, and puts it back at the end when it has yielded.
// show: ready as queue

import { send } from '@yieldpoint/scheduler';

type Task = Generator<void, void, void>;

// region run
function run(...tasks: Task[]) {
  const ready = [...tasks];
  while (ready.length > 0) {
    const task = ready.shift()!;
    const { done } = send(task);
    if (done) continue;
    ready.push(task);
  }
}
// endregion

function* importRows(): Task {
  for (const row of [1, 2, 3]) {
    console.log(`import row ${row}`);
    yield;
  }
}

function* resize(): Task {
  for (const size of ['large', 'small']) {
    console.log(`resize to ${size}`);
    yield;
  }
}

export function main() {
  run(importRows(), resize());
}
