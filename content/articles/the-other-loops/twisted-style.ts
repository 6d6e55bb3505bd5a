// title: The job in Twisted's style, a function after each answer
// question: This job has no `await` and no `yield`. Which of its six lines come at other times than before?
// answer: None. Each function runs to its end, and what has to happen after an answer is in the next function. Nothing is suspended, because
//   no frame is left to resume.
// look: All the work is in the lane of the event loop. The jobs have no lanes.

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
