import { beforeAll, describe, expect, it } from 'vitest';
import { loadCPython } from '../../../build/cpython/load-cpython.ts';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { CPython } from '../../run/cpython/install-cpython.ts';
import { sendTrace } from '../fixtures/send-trace.ts';
import { openRun, type Run } from '../open-run.ts';
import { listMoments } from '../state/list-moments.ts';
import { describeEvent } from './describe-step.ts';

let cpython: CPython;
beforeAll(async () => {
  cpython = await loadCPython();
}, 60_000);

const runPython = (source: string): Run => openRun(sendTrace(cpython.run(source)));

const runTypeScript = (source: string): Run => openRun(sendTrace(requireTrace(source)));

const sentences = (run: Run): readonly string[] => run.steps.map(({ number }) => describeEvent(run, number));
const laneNames = (run: Run): readonly string[] => listMoments(run).lanes.map(({ name }) => name);

/** The lane that has control in the step with this sentence. */
function holderOf(run: Run, sentence: string): string | undefined {
  const { lanes, moments } = listMoments(run);
  return lanes[moments[sentences(run).indexOf(sentence)]?.holder ?? -1]?.name;
}

const aroundLoop = `import asyncio, time

async def main():
    await asyncio.sleep(1)

print("before")
asyncio.run(main())
print("after")
time.sleep(2)
`;

describe('what the program does outside of the loop', () => {
  it('is said of the program, and is in a lane of its own', () => {
    const run = runPython(aroundLoop);
    expect(laneNames(run)).toEqual(['program', 'event loop', 'main']);
    expect(sentences(run)).toEqual(
      expect.arrayContaining([
        'The program prints “before”.',
        'The program prints “after”.',
        'The program blocks: the clock moves from 1 s to 3 s.',
      ]),
    );
    for (const sentence of ['The program prints “after”.', 'The program blocks: the clock moves from 1 s to 3 s.']) {
      expect(holderOf(run, sentence)).toBe('program');
    }
    expect(holderOf(run, 'Nothing is ready, so the clock jumps from 0 s to 1 s.')).toBe('event loop');
  });

  it('has no lane if the program does nothing there', () => {
    expect(laneNames(runTypeScript(twoLeft))).toEqual(['event loop', 'main', 'tick(9)', 'tick(8)']);
  });

  it('has no event loop beneath it after the loop has ended', () => {
    const run = runPython(aroundLoop);
    expect(run.end.callback).toBeNull();
  });

  it('is the program’s own if it cancels a task between two runs of the loop', () => {
    const run = runPython(`import asyncio

async def job():
    await asyncio.sleep(5)

loop = asyncio.new_event_loop()
task = loop.create_task(job())
loop.call_later(1, loop.stop)
loop.run_forever()
task.cancel()
asyncio.gather(task, return_exceptions=True)
loop.run_until_complete(asyncio.wait([task]))
`);
    expect(sentences(run)).toContain(
      'The program asks to cancel job; the request goes to what job waits for, sleep(5).',
    );
  });
});

describe('a clock that is held up', () => {
  it('is said of a program without a loop, and of the generator that does it', () => {
    expect(sentences(runPython('import time\ntime.sleep(2)\nprint("late")'))[0]).toBe(
      'The program blocks: the clock moves from 0 s to 2 s.',
    );
    expect(
      sentences(runPython('import time\ndef rows():\n    time.sleep(2)\n    yield 1\nfor row in rows():\n    pass')),
    ).toContain('rows blocks: the clock moves from 0 s to 2 s.');
  });

  it('is said if it asks the loop for a callback before the loop runs', () => {
    const run = runPython(`import asyncio

def tick(left):
    print("tick", left)
    if left:
        loop.call_soon(tick, left - 1)
    else:
        loop.stop()

loop = asyncio.new_event_loop()
loop.call_soon(tick, 1)
loop.run_forever()
loop.close()
`);
    expect(sentences(run)).toEqual([
      'The program schedules the callback tick, which is first in the queue.',
      'The event loop runs the callback tick.',
      'The callback tick prints “tick 1”.',
      'The callback tick schedules the callback tick, which is first in the queue.',
      'The event loop runs the callback tick.',
      'The callback tick prints “tick 0”.',
    ]);
    expect(holderOf(run, 'The program schedules the callback tick, which is first in the queue.')).toBe('program');
  });

  it('is said of a callback, which continues afterwards', () => {
    const run = runPython(`import asyncio, time

def tick():
    time.sleep(1)
    print("ticked")

async def main():
    asyncio.get_running_loop().call_soon(tick)
    await asyncio.sleep(3)

asyncio.run(main())
`);
    expect(sentences(run)).toEqual(
      expect.arrayContaining([
        'The callback tick blocks the event loop: the clock moves from 0 s to 1 s, and no task can run.',
        'The callback tick prints “ticked”.',
      ]),
    );
  });
});

const twoLeft = `import { createTask, sleep } from '@yieldpoint/scheduler';

async function tick(seconds: number) {
  await sleep(seconds);
}

export async function main() {
  createTask(tick(9));
  createTask(tick(8));
  await sleep(1);
}
`;

const twoLeftInPython = `import asyncio

async def tick(seconds):
    await asyncio.sleep(seconds)

async def main():
    tasks = [asyncio.create_task(tick(9)), asyncio.create_task(tick(8))]
    await asyncio.sleep(1)

asyncio.run(main())
`;

it('says that a loop waits for a thread, and that the thread’s end wakes the task', () => {
  const run = runPython(`import asyncio, time

def save(name):
    time.sleep(1)

async def main():
    await asyncio.to_thread(save, 'a')

asyncio.run(main())
`);
  const told = sentences(run);
  expect(told).toContain('Nothing is ready, so the clock jumps from 0 s to 1 s.');
  expect(told.find((sentence) => sentence.startsWith('main is woken'))).toMatch(
    /^main is woken by the end of save\('a'\) and /,
  );
  expect(laneNames(run)).toEqual(['event loop', 'main', "save('a')"]);
});

it('a coroutine resumed by hand has no next value, and a generator has one', () => {
  const run = runPython(`class Timer:
    def __await__(self):
        yield self

async def page():
    await Timer()

def rows():
    yield "row 1"

made, read = page(), rows()
for driven in (made, read):
    driven.send(None)
    try:
        driven.send(None)
    except StopIteration:
        pass
`);
  expect(sentences(run)).toEqual(
    expect.arrayContaining([
      'The program resumes __await__ through page at line 3.',
      'The program asks rows for its next value: it resumes at line 9.',
    ]),
  );
});

describe('a wait for a call in a thread', () => {
  it.each([
    [
      'Python',
      () =>
        runPython(`import asyncio, time

def save(name):
    time.sleep(2)

async def main():
    written = asyncio.get_running_loop().run_in_executor(None, save, 'a')
    await written
    try:
        await asyncio.wait_for(asyncio.to_thread(save, 'b'), 1)
    except TimeoutError:
        print('late')

asyncio.run(main())
`),
      "main suspends at line 8: it awaits written, the result of save('a') from its thread.",
    ],
    [
      'TypeScript',
      () =>
        runTypeScript(`import { run, toThread, waitFor } from '@yieldpoint/scheduler';
function save(name: string) {}
async function main() {
  await toThread(save, 2, 'a');
  try {
    await waitFor(toThread(save, 2, 'b'), 1);
  } catch {
    console.log('late');
  }
}
run(main());
`),
      "main suspends at line 4: it awaits the result of save('a') from its thread.",
    ],
  ])('names the call, and says that canceling it does not reach the thread, in %s', (_, start, awaits) => {
    const told = sentences(start());
    expect(told).toContain(awaits);
    expect(told).toContain(
      "timeout asks to cancel main; the request goes to its wait for save('b'), and not to the thread.",
    );
    expect(told.filter((sentence) => sentence.includes('a future') || sentence.includes("save('b') has been"))).toEqual(
      [expect.stringMatching(/because the wait for save\('b'\) has been canceled\.$/)],
    );
    expect(told).toContain("save('b') goes on in its thread.");
  });
});

describe('a task that is left over', () => {
  it.each([
    ['Python', () => runPython(twoLeftInPython), 'asyncio.run'],
    ['TypeScript', () => runTypeScript(twoLeft), 'run'],
  ])('is cancelled by what runs the loop, in %s', (_, start, name) => {
    expect(sentences(start()).filter((sentence) => sentence.includes('asks to cancel'))).toEqual([
      `${name} asks to cancel tick(9), which is left over; the request goes to what tick(9) waits for, sleep(9).`,
      `${name} asks to cancel tick(8), which is left over; the request goes to what tick(8) waits for, sleep(8).`,
    ]);
  });

  it('is canceled by a task if a task does it', () => {
    const run = runPython(`import asyncio

async def main():
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(1)
    task.cancel()

asyncio.run(main())
`);
    expect(sentences(run)).toContain(
      'main asks to cancel sleep(5); the request goes to what sleep(5) waits for, sleep(5).',
    );
  });
});

it('says that a request to cancel is passed on to what a task awaits', () => {
  const run = runPython(`import asyncio

async def inner():
    await asyncio.sleep(5)

async def outer(task):
    await task

async def main():
    task = asyncio.create_task(inner())
    waits = asyncio.create_task(outer(task))
    await asyncio.sleep(1)
    waits.cancel()
    await asyncio.wait([waits])

asyncio.run(main())
`);
  expect(sentences(run).filter((sentence) => sentence.includes('to cancel') && sentence.includes('; '))).toEqual([
    'main asks to cancel outer(task); the request goes to what outer(task) waits for, inner.',
    'The request to cancel outer(task) is passed on to inner; the request goes to what inner waits for, sleep(5).',
  ]);
});

describe('what is printed', () => {
  it.each([
    ['Python', () => runPython('print("  a    b")\nprint("tab\\there")')],
    [
      'TypeScript',
      () => runTypeScript("export function main() {\n  console.log('  a    b');\n  console.log('tab\\there');\n}"),
    ],
  ])('keeps its spaces in %s', (_, start) => {
    expect(sentences(start())).toEqual(['The program prints “  a    b”.', 'The program prints “tab\there”.']);
  });

  it('is said of Python if asyncio reports an error, with all its lines in one step and no line marked', () => {
    const run = runPython(`import asyncio, sys

def boom():
    raise ValueError("x")

async def main():
    asyncio.get_running_loop().call_soon(boom)
    print("to the log", file=sys.stderr)
    await asyncio.sleep(1)

asyncio.run(main())
`);
    const told = sentences(run);
    expect(told).toContain('main prints “to the log”.');
    const report = told.findIndex((sentence) => sentence.startsWith('Python reports'));
    expect(told[report]).toMatch(
      /^Python reports “Exception in callback boom\(\) at program\.py:3” and \d+ more lines\.$/,
    );
    expect(run.steps[report]?.event).not.toHaveProperty('line');
    const lines = run.lines.filter(({ seq }) => seq <= (run.steps[report]?.last ?? -1));
    expect(lines.at(-1)?.text).toBe('ValueError: x');
  });

  it('names the line of a callback that fails, however it is written, in TypeScript', () => {
    const run = runTypeScript(`import { getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const loop = getRunningLoop();
  loop.callSoon(() => {
    [3, 1, 2].forEach((row) => {
      if (row === 2) throw new Error('two');
    });
  });
  loop.callLater(
    1,
    () => (null as any).field,
  );
  await sleep(2);
}
`);
    const warned = run.trace.events.flatMap((event) =>
      event.kind === 'warning' ? [[event.category, event.line]] : [],
    );
    expect(warned).toEqual([
      ['Exception in a callback without a name', 7],
      ['Exception in a callback without a name', 12],
    ]);
    expect(sentences(run)).toEqual(
      expect.arrayContaining([
        'main schedules a callback without a name, which is first in the queue.',
        'main sets a timer for 1 s.',
      ]),
    );
  });
});

it('names a task that is only a sleep after the sleep, with as many digits as needed', () => {
  const run = runPython(`import asyncio

async def main():
    await asyncio.gather(asyncio.sleep(0.7554288076538676), asyncio.sleep(2))

asyncio.run(main())
`);
  expect([...run.names.tasks.values()]).toEqual(['main', 'sleep(0.755)', 'sleep(2)']);
  expect(run.names.wait({ what: 'sleep', label: 'sleep(0.7554288076538676)' }, null)).toBe('sleep(0.755)');
});

it('says what the main thread waits for if nothing can end the wait', () => {
  expect(sentences(runPython('import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()'))).toEqual([
    'Deadlock: MainThread waits for a lock that another thread holds, and nothing is left that could end the wait.',
  ]);
});

it('says of a task that the garbage collector takes that it is destroyed while pending, when it happens, and shows no wait after that', () => {
  const run = runPython(`import asyncio, gc

async def send_mail(to):
    await asyncio.Future()

async def main():
    asyncio.create_task(send_mail("Ada"))
    await asyncio.sleep(1)
    gc.collect()
    print("collected")
    await asyncio.sleep(1)

asyncio.run(main())
`);
  const told = sentences(run);
  const at = told.findIndex((sentence) => sentence.includes('destroyed'));
  expect(told.slice(at - 1, at + 3)).toEqual([
    'main resumes at line 8.',
    "send_mail('Ada') is destroyed while it is pending: it awaits a future.",
    'Python reports “Task was destroyed but it is pending!” and 1 more line.',
    'main prints “collected”.',
  ]);
  expect(told.filter((sentence) => /destroyed while|nobody has read/.test(sentence))).toHaveLength(1);
  const { lanes, moments } = listMoments(run);
  const lane = lanes.findIndex(({ name }) => name === "send_mail('Ada')");
  expect(moments[at]).toMatchObject({ holder: lanes.findIndex(({ name }) => name === 'main'), target: lane });
  expect(moments.slice(at - 1).map(({ cells }) => cells[lane]?.state ?? null)).toEqual([
    'waiting',
    'destroyed',
    ...told.slice(at + 1).map(() => null),
  ]);
  expect(run.end.waiting.size).toBe(0);
});
