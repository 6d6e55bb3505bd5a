import { beforeAll, expect, it } from 'vitest';
import { loadCPython } from '../src/build/cpython/load-cpython.ts';
import { requireTrace } from '../src/build/typescript/require-trace.ts';
import type { CPython } from '../src/engine/run/cpython/install-cpython.ts';
import { compareTraces, describeDifference } from '../src/engine/trace/compare/compare-traces.ts';
import { sendTrace } from '../src/engine/trace/fixtures/send-trace.ts';
import { openRun, type Run } from '../src/engine/trace/open-run.ts';
import { listCancellable } from '../src/engine/trace/requests/list-cancellable.ts';
import { listMoments } from '../src/engine/trace/state/list-moments.ts';
import { toCamel } from '../src/engine/trace/variables/to-camel.ts';
import { describeEvent } from '../src/engine/trace/words/describe-step.ts';

/*
 * Compares `toThread(work, seconds, ...args)` with `asyncio.to_thread(work, *args)` for a function that begins with
 * `time.sleep(seconds)`: the same lanes, steps, sentences and times.
 */

let cpython: CPython;
beforeAll(async () => {
  cpython = await loadCPython();
}, 60_000);

const typescriptHead = `import { block, CancelledError, createTask, gather, getRunningLoop, run, sleep, timeout, TimeoutError, toThread } from '@yieldpoint/scheduler';
`;
const pythonHead = `import asyncio, time
`;

type Twin = { readonly what: string; readonly typescript: string; readonly python: string };

const twins: readonly Twin[] = [
  {
    what: 'two calls at once, the later of which ends first',
    typescript: `function save(name: string) {
  console.log(\`\${name} written\`);
  return name.toUpperCase();
}
export async function main() {
  const [a, b] = await gather([toThread(save, 2, 'a'), toThread(save, 1, 'b')]);
  console.log(a, b);
}`,
    python: `def save(name, seconds):
    time.sleep(seconds)
    print(f'{name} written')
    return name.upper()
async def main():
    a, b = await asyncio.gather(asyncio.to_thread(save, 'a', 2), asyncio.to_thread(save, 'b', 1))
    print(a, b)
asyncio.run(main())`,
  },
  {
    what: 'a call that takes no time',
    typescript: `function quick() {
  console.log('here');
  return 1;
}
export async function main() {
  console.log(await toThread(quick, 0));
}`,
    python: `def quick():
    print('here')
    return 1
async def main():
    print(await asyncio.to_thread(quick))
asyncio.run(main())`,
  },
  {
    what: 'a function that fails',
    typescript: `function load(name: string) {
  throw new Error(\`no \${name}\`);
}
export async function main() {
  try {
    await toThread(load, 1.5, 'rows');
  } catch (error) {
    console.log((error as Error).message);
  }
}`,
    python: `def load(name):
    time.sleep(1.5)
    raise Exception(f'no {name}')
async def main():
    try:
        await asyncio.to_thread(load, 'rows')
    except Exception as error:
        print(error)
asyncio.run(main())`,
  },
  {
    what: 'a task that is canceled while its function runs, which goes on, and which the end of the run waits for',
    typescript: `function save(name: string) {
  console.log(\`\${name} written\`);
}
export async function main() {
  const task = createTask(toThread(save, 2, 'a'));
  await sleep(1);
  task.cancel();
  try {
    await task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log('canceled');
  }
}`,
    python: `def save(name):
    time.sleep(2)
    print(f'{name} written')
async def main():
    task = asyncio.create_task(asyncio.to_thread(save, 'a'))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('canceled')
asyncio.run(main())`,
  },
  {
    what: 'a timeout, after which the task goes on before the thread does',
    typescript: `function save() {
  console.log('written');
}
export async function main() {
  try {
    await using limit = timeout(1);
    await toThread(save, 3);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('too late');
  }
  await sleep(4);
  console.log('over');
}`,
    python: `def save():
    time.sleep(3)
    print('written')
async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.to_thread(save)
    except TimeoutError:
        print('too late')
    await asyncio.sleep(4)
    print('over')
asyncio.run(main())`,
  },
  {
    what: 'fifteen calls for twelve threads, one of them canceled before it begins',
    typescript: `function work(number: number) {
  console.log(number);
}
export async function main() {
  const tasks = [];
  for (let n = 0; n < 15; n++) tasks.push(createTask(toThread(work, n < 12 ? 2 + n % 3 : 1, n)));
  await sleep(1);
  tasks[13].cancel();
  await gather(tasks, { returnExceptions: true });
  console.log('over');
}`,
    python: `def work(number):
    time.sleep(2 + number % 3 if number < 12 else 1)
    print(number)
async def main():
    tasks = []
    for n in range(15):
        tasks.append(asyncio.create_task(asyncio.to_thread(work, n)))
    await asyncio.sleep(1)
    tasks[13].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print('over')
asyncio.run(main())`,
  },
  {
    what: 'a loop that is blocked while a call ends',
    typescript: `function save(name: string) {
  console.log(\`\${name} written\`);
}
async function beat() {
  await sleep(1);
  console.log('beat');
}
export async function main() {
  const task = createTask(toThread(save, 2, 'a'));
  const other = createTask(beat());
  await sleep(0);
  block(3);
  console.log('blocked');
  await task;
  await other;
}`,
    python: `def save(name):
    time.sleep(2)
    print(f'{name} written')
async def beat():
    await asyncio.sleep(1)
    print('beat')
async def main():
    task = asyncio.create_task(asyncio.to_thread(save, 'a'))
    other = asyncio.create_task(beat())
    await asyncio.sleep(0)
    time.sleep(3)
    print('blocked')
    await task
    await other
asyncio.run(main())`,
  },
  {
    what: 'a function that looks for the loop, of which its thread has none',
    typescript: `function wrong() {
  try {
    getRunningLoop();
  } catch (error) {
    console.log((error as Error).name);
  }
}
export async function main() {
  await toThread(wrong, 1);
}`,
    python: `def wrong():
    time.sleep(1)
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(type(error).__name__)
async def main():
    await asyncio.to_thread(wrong)
asyncio.run(main())`,
  },
  {
    what: 'a timer that is due when a call ends',
    typescript: `function save(name: string) {
  console.log(\`\${name} written\`);
}
async function tick() {
  await sleep(1);
  console.log('tick');
}
export async function main() {
  await gather([tick(), toThread(save, 1, 'a'), toThread(save, 1, 'b')]);
}`,
    python: `def save(name):
    time.sleep(1)
    print(f'{name} written')
async def tick():
    await asyncio.sleep(1)
    print('tick')
async def main():
    await asyncio.gather(tick(), asyncio.to_thread(save, 'a'), asyncio.to_thread(save, 'b'))
asyncio.run(main())`,
  },
  {
    what: 'a loop that is stopped while calls run, which go on after the run has failed',
    typescript: `function save(name: string) {
  console.log(\`\${name} written\`);
}
export async function main() {
  const tasks = [createTask(toThread(save, 2, 'a')), createTask(toThread(save, 1, 'b'))];
  await sleep(0);
  getRunningLoop().stop();
  console.log('stopped', tasks.length);
}`,
    python: `def save(name, seconds):
    time.sleep(seconds)
    print(f'{name} written')
async def main():
    tasks = [asyncio.create_task(asyncio.to_thread(save, 'a', 2)), asyncio.create_task(asyncio.to_thread(save, 'b', 1))]
    await asyncio.sleep(0)
    asyncio.get_running_loop().stop()
    print('stopped', len(tasks))
asyncio.run(main())`,
  },
];

const runTypeScript = (source: string): Run => openRun(sendTrace(requireTrace(source, {}, 'frames')));

const runPython = (source: string): Run => openRun(sendTrace(cpython.run(source, { level: 'frames' })));

/**
 * A text without the parts that the languages write differently: names, lines, the class of an error, and seconds among the
 * arguments.
 */
const alike = (text: string): string =>
  text
    .replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/g, (name) => toCamel(name))
    .replaceAll('asyncio.run', 'run')
    .replaceAll(/ at line \d+/g, '')
    .replaceAll(/\bException\b/g, 'Error')
    .replaceAll(/(?<=save\('[ab]'), \d\)/g, ')');

/** Each step with its time, and when and for which tasks a request to cancel could come in after it. */
const tell = (run: Run): readonly string[] =>
  run.steps.map(({ number, event }) => {
    const { moment, tasks } = listCancellable(run, number);
    return `${event.time} s: ${alike(describeEvent(run, number))} ${JSON.stringify({ ...moment, tasks })}`;
  });
const laneNames = (run: Run): readonly string[] => listMoments(run).lanes.map(({ name }) => alike(name));

/** When the clock jumped, and what it jumped for: a thread's wait, a timer, or a program that blocked the loop. */
const tellJumps = ({ trace: { events } }: Run): readonly string[] =>
  events.flatMap(({ kind, time, cause }) => {
    return kind === 'clock-jumped' ? [`${time} s: ${cause === null ? 'nothing' : events[cause]?.kind}`] : [];
  });

it.each(twins)('toThread does what asyncio.to_thread does: $what', ({ typescript, python }) => {
  const ours = runTypeScript(typescriptHead + typescript);
  const theirs = runPython(pythonHead + python);
  const difference = compareTraces(ours.trace, theirs.trace);
  expect(difference && describeDifference(difference, ours.trace, theirs.trace)).toBeNull();
  expect(tell(ours)).toEqual(tell(theirs));
  expect(laneNames(ours)).toEqual(laneNames(theirs));
  expect(tellJumps(ours)).toEqual(tellJumps(theirs));
});
