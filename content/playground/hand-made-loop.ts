// title: A loop by hand

type Task = Generator<number, void, void>;

function run(tasks: [name: string, task: Task][]) {
  const waiting = tasks.map(([name, task]) => ({ now: 0, name, task }));
  while (waiting.length > 0) {
    const { now, name, task } = waiting.shift()!;
    const { done, value: seconds } = task.next();
    if (done) {
      console.log(`${now} s: ${name} is done`);
      continue;
    }
    waiting.push({ now: now + seconds, name, task });
    waiting.sort((a, b) => a.now - b.now);
  }
}

function* brew(): Task {
  console.log('brew: water on');
  yield 3;
  console.log('brew: pour');
}

function* toast(): Task {
  for (const side of ['first', 'second']) {
    console.log(`toast: ${side} side`);
    yield 2;
  }
}

run([
  ['brew', brew()],
  ['toast', toast()],
]);
