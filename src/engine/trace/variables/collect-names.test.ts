import { beforeAll, describe, expect, it } from 'vitest';
import { loadCPython } from '../../../build/cpython/load-cpython.ts';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { CPython } from '../../run/cpython/install-cpython.ts';
import { sendTrace } from '../fixtures/send-trace.ts';
import { openRun, type Run } from '../open-run.ts';
import { describeEvent } from '../words/describe-step.ts';

let cpython: CPython;
beforeAll(async () => {
  cpython = await loadCPython();
}, 60_000);

const runPython = (source: string): Run => openRun(sendTrace(cpython.run(source)));

const runTypeScript = (source: string): Run => openRun(requireTrace(source));

const tasks = ({ names }: Run): readonly string[] => [...names.tasks.values()];
const frames = ({ names }: Run): readonly string[] => [...names.frames.values()];
const sentences = (run: Run): readonly string[] => run.steps.map(({ number }) => describeEvent(run, number));

const transfers = `import asyncio

savings, wages = asyncio.Lock(), asyncio.Lock()

async def deposit():
    async with savings:
        await asyncio.sleep(1)
        async with wages:
            pass

async def refund():
    async with wages:
        await asyncio.sleep(1)
        async with savings:
            pass

async def main():
    await asyncio.gather(deposit(), refund())

asyncio.run(main())
`;

const transfersInTypeScript = `import { gather, Lock, sleep } from '@yieldpoint/scheduler';

const savings = new Lock();
const wages = new Lock();

async function deposit() {
  await savings.acquire();
  await sleep(1);
  await wages.acquire();
}

async function refund() {
  await wages.acquire();
  await sleep(1);
  await savings.acquire();
}

export async function main() {
  await gather([deposit(), refund()]);
}
`;

describe('a lane', () => {
  it('is named after its call, and numbered if another was called alike', () => {
    const run = runPython(`import asyncio

async def think(seconds, *, about='tea'):
    await asyncio.sleep(seconds)

async def main():
    await asyncio.gather(think(5), think(2), think(5), think(1, about='x' * 50), think(1.23456789, about=lambda: 1))

asyncio.run(main())
`);
    expect(tasks(run)).toEqual([
      'main',
      "think(5, 'tea')",
      "think(2, 'tea')",
      "think(5, 'tea') #2",
      "think(1, 'xxxxxxxxxxxxx…')",
      'think(1.235, lambda)',
    ]);
  });

  it('has the name that the program gave its task', () => {
    const run = runPython(`import asyncio

async def think(seconds):
    await asyncio.sleep(seconds)

async def main():
    await asyncio.create_task(think(5), name='kettle')

asyncio.run(main())
`);
    expect(tasks(run)).toEqual(['main', 'kettle']);
  });

  it('names an object after the variable in which the caller has it, and a function after itself', () => {
    const run = runPython(`import asyncio

class Account:
    def __init__(self):
        self.balance = 100

async def check(account, way, other):
    await asyncio.sleep(1)

async def main():
    savings = Account()
    await asyncio.gather(check(savings, sorted, [1]), check(Account(), len, [[1]]))

asyncio.run(main())
`);
    expect(tasks(run)).toEqual(['main', 'check(savings, sorted, [1])', 'check(Account, len, […])']);
  });

  it('is named after its call if its task is eager', () => {
    const run = runPython(`import asyncio

async def think(seconds):
    await asyncio.sleep(seconds)

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(think(3))

asyncio.run(main())
`);
    expect(tasks(run)).toEqual(['main', 'think(3)']);
    expect(sentences(run)).toContain('think(3) suspends at line 4: it sleeps until 3 s.');
  });

  it('of one of several generators called alike has its place in the list or dictionary that holds it', () => {
    const run = runPython(`def count():
    yield 1
    yield 2

tasks = [count(), count()]
named = {'tea': count()}
for task in tasks:
    next(task)
next(named['tea'])
`);
    expect(frames(run)).toEqual(['tasks[0]', 'tasks[1]', "named['tea']"]);
  });

  it('of a call in a thread is named after that call', () => {
    const run = runPython(`import asyncio, time

def save(name):
    time.sleep(1)

async def main():
    await asyncio.gather(asyncio.to_thread(save, 'a'), asyncio.to_thread(save, 'b'))

asyncio.run(main())
`);
    expect(tasks(run)).toEqual(expect.arrayContaining(["save('a')", "save('b')"]));
  });
});

describe('what a task waits for', () => {
  it.each([
    ['Python', () => runPython(transfers)],
    ['TypeScript', () => runTypeScript(transfersInTypeScript)],
  ])('has the name of the variable that holds it, and a deadlock says who holds each lock, in %s', (_, start) => {
    const told = sentences(start());
    expect(told).toContain(
      'Deadlock: nothing is ready and no timer is set. main awaits gather(), deposit waits for wages, held by refund, and refund waits for savings, held by deposit.',
    );
    expect(told.find((sentence) => sentence.startsWith('deposit suspends') && sentence.includes('wages'))).toMatch(
      /it waits for wages \(Lock\), held by refund\.$/,
    );
  });

  it('has the name of an attribute, with that of the object if several have one', () => {
    const run = runPython(`import asyncio

class Gate:
    def __init__(self):
        self._ready = asyncio.Event()

    async def open(self):
        await self._ready.wait()

class Lonely:
    async def wait(self):
        self._never = asyncio.Event()
        await self._never.wait()

async def main():
    north, south = Gate(), Gate()
    await asyncio.wait([asyncio.create_task(work) for work in (north.open(), south.open(), Lonely().wait())], timeout=1)

asyncio.run(main())
`);
    const names = run.trace.events.flatMap((event) =>
      event.kind === 'sync-enqueued' ? [run.names.sync(event.on)] : [],
    );
    expect(names).toEqual(['north._ready', 'south._ready', 'self._never']);
  });

  it('has the name of a private field in TypeScript', () => {
    const run = runTypeScript(`import { createTask, Event, sleep } from '@yieldpoint/scheduler';
class Gate {
  #ready = new Event();
  async open() { await this.#ready.wait(); }
}
export async function main() {
  const gate = new Gate();
  createTask(gate.open());
  await sleep(1);
}`);
    const names = run.trace.events.flatMap((event) =>
      event.kind === 'sync-enqueued' ? [run.names.sync(event.on)] : [],
    );
    expect(names).toEqual(['gate.#ready']);
  });

  it('has the place in a list if one variable held several', () => {
    const run = runPython(`import asyncio

async def take(queue):
    await queue.get()

async def main():
    queues = []
    for _ in range(2):
        queue = asyncio.Queue()
        queues.append(queue)
    future = asyncio.get_running_loop().create_future()
    await asyncio.wait([asyncio.create_task(take(queue)) for queue in queues], timeout=1)
    future.set_result(1)
    await future

asyncio.run(main())
`);
    expect(sentences(run).filter((sentence) => sentence.includes('an item'))).toEqual([
      'take(queue) suspends at line 4: it waits for an item from queues[0] (Queue).',
      'take(queue) #2 suspends at line 4: it waits for an item from queues[1] (Queue).',
    ]);
  });

  it('keeps its class if no variable of the program holds it', () => {
    const run = runPython(`import asyncio

async def main():
    await asyncio.wait_for(asyncio.Event().wait(), 1)

asyncio.run(main())
`);
    expect(sentences(run)).toContain('main suspends at line 4: it waits for Event to be set.');
  });
});
