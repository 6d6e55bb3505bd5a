// title: The job in Twisted's style: a function after each answer
// question: There is no `await` and no `yield` in the job. Do its six lines come out at other times?
// answer: No. Each function runs to its end, and what is to happen after an answer stands in the next function. Nothing is
//   suspended, because nothing is left to resume.
// look: All the work is in the lane of the event loop. The jobs have no lanes, because nobody keeps their places.

import { getRunningLoop, sleep } from '@yieldpoint/scheduler';

type Callback = (value: number) => void;

class Deferred {
  callbacks: Callback[] = [];
  addCallback(callback: Callback) {
    this.callbacks.push(callback);
  }
  callback(value: number) {
    for (const callback of this.callbacks) callback(value);
  }
}

function fetch(seconds: number) {
  const answer = new Deferred();
  function arrive() {
    answer.callback(seconds);
  }
  getRunningLoop().callLater(seconds, arrive);
  return answer;
}

// region job
function job(name: string, first: number, second: number) {
  function hasFirst(a: number) {
    console.log(`${name} has ${a}`);
    fetch(second).addCallback(hasBoth);
    function hasBoth(b: number) {
      console.log(`${name} has ${a + b}`);
    }
  }
  console.log(`${name} asks`);
  fetch(first).addCallback(hasFirst);
}
// endregion

export async function main() {
  job('Ada', 1, 3);
  job('Grace', 2, 1);
  await sleep(5);
}
