// title: One after the other, and two ways to overlap
// question: `condition` takes 1 s, `tea` 2 s and `rice` 4 s. A comprehension, then `gather` and then a task group do the same
//   work. When is each of the three done?
// answer: At 8, 13 and 18 s. The comprehension takes the sum, 1 + 2 + 1 + 4 = 8 s. The other two take as long as the longer of
//   their two tasks, 1 + 4 = 5 s each.
// look: Up to 8 s there is one lane. After that there are two at a time, with their waits under each other.

import { asyncWith, collect, gather, sleep, TaskGroup } from '@yieldpoint/scheduler';

const condition = () => sleep(1, true);
const tea = () => sleep(2, 'tea');
const rice = () => sleep(4, 'rice');
const funcs = [tea, rice];

async function cook(fun: typeof tea) {
  return (await condition()) ? await fun() : '';
}

async function start(group: TaskGroup) {
  return funcs.map((fun) => group.createTask(cook(fun)));
}

export async function main() {
  const one = await collect(
    funcs,
    (fun) => fun(),
    () => condition(),
  );
  console.log(`comprehension: ${one.join(' ')}`);
  const all = await gather(funcs.map(cook));
  console.log(`gather: ${all.join(' ')}`);
  const tasks = await asyncWith(new TaskGroup(), start);
  const results = tasks.map((task) => task.result());
  console.log(`task group: ${results.join(' ')}`);
}
