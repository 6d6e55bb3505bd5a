// title: A server that drains its connections
// question: Three requests arrive at 0 s: Ada's takes 3 s, Alan's is bad and fails after 1 s, Grace's takes 9 s. The server is told to stop at 2 s
//   and allows 4 s more. Which lines are printed, and when?
// answer: "Alan: 400" at 1 s, "Ada: 200" at 3 s, and at 6 s "Grace: cut off", "the time is up" and "server is closed". The group waits for each
//   connection, and the timeout cancels those that are left at 6 s.
// lines: TypeScript has one `catch`, which asks for the kind of error line by line. Python has an `except` for each kind.
// look: `accept` ends at 2 s. The two lanes that are open then go on: one to its answer, one to the timeout at 6 s.

import {
  CancelledError,
  Event,
  getRunningLoop,
  Queue,
  sleep,
  TaskGroup,
  timeout,
  TimeoutError,
} from '@yieldpoint/scheduler';

class ValueError extends Error {}

// region handle
async function handle(name: string, seconds: number) {
  try {
    await sleep(seconds);
    if (name === 'Alan') throw new ValueError('bad request');
    console.log(`${name}: 200`);
  } catch (error) {
    if (error instanceof ValueError) console.log(`${name}: 400`);
    else {
      if (error instanceof CancelledError) console.log(`${name}: cut off`);
      throw error;
    }
  }
}
// endregion

type Request = readonly [name: string, seconds: number];

async function accept(arrivals: Queue<Request>, group: TaskGroup) {
  for (;;) {
    const [name, seconds] = await arrivals.get();
    group.createTask(handle(name, seconds));
  }
}

// region serve
async function serve(arrivals: Queue<Request>, stop: Event, grace: number) {
  const loop = getRunningLoop();
  await using drain = timeout(null);
  await using group = new TaskGroup();
  const accepting = group.createTask(accept(arrivals, group));
  await stop.wait();
  accepting.cancel();
  drain.reschedule(loop.time() + grace);
}
// endregion

export async function main() {
  const arrivals = new Queue<Request>();
  const stop = new Event();
  for (const request of [
    ['Ada', 3],
    ['Alan', 1],
    ['Grace', 9],
  ] as const) {
    arrivals.putNowait(request);
  }
  function deploy() {
    stop.set();
  }
  getRunningLoop().callLater(2, deploy);
  try {
    await serve(arrivals, stop, 4);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('the time is up');
  }
  console.log('server is closed');
}
