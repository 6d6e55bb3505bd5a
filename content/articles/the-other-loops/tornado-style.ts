// title: The job in Tornado's style, a generator and its driver
// question: The job is a generator again, and a decorator drives it. Which three lines are printed in iteration 1?
// answer: "Ada asks", "Grace asks" and "main waits". The driver takes the first step as soon as the job is called. A task of asyncio begins one
//   iteration later.
// look: The steps of the jobs are callbacks, in the lane of the event loop, one for each `yield` that has an answer.
// lines: In TypeScript the loop over the jobs and its `await` are one line, in Python two.

import { Future, getRunningLoop } from '@yieldpoint/scheduler';

function fetch(seconds: number) {
  const answer = new Future<number>();
  function arrive() {
    answer.setResult(seconds);
  }
  getRunningLoop().callLater(seconds, arrive);
  return answer;
}

type Answer = Future<number>;
type Steps = Generator<Answer, void, number>;
type Job = (name: string, first: number, second: number) => Steps;

// region driver
function coroutine(body: Job) {
  return (...args: Parameters<Job>) => {
    const steps = body(...args);
    const finished = new Future<void>();
    function step(answer?: Answer) {
      const sent = answer ? answer.result() : NaN;
      const { done, value } = steps.next(sent);
      if (done) finished.setResult();
      else value.addDoneCallback(step);
    }
    step();
    return finished;
  };
}
// endregion

// region job
const job = coroutine(function* job(name, first, second) {
  console.log(`${name} asks`);
  const a = yield fetch(first);
  console.log(`${name} has ${a}`);
  const b = yield fetch(second);
  console.log(`${name} has ${a + b}`);
});
// endregion

export async function main() {
  const jobs = [job('Ada', 1, 3), job('Grace', 2, 1)];
  console.log('main waits');
  for (const finished of jobs) await finished;
}
