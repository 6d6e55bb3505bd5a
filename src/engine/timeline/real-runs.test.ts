import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPairs } from '../../build/demos/find-pairs.ts';
import { createBuildRunner } from '../../build/threads/create-build-runner.ts';
import type { CPython } from '../run/cpython/install-cpython.ts';
import { loadCPython } from '../../build/cpython/load-cpython.ts';
import { describeEvent } from '../trace/words/describe-step.ts';
import type { Trace } from '../trace/event/events.ts';
import { parseTrace } from '../trace/event/parse-trace.ts';
import { sendTrace } from '../trace/fixtures/send-trace.ts';
import type { Geometry } from './geometry.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { openRun } from '../trace/open-run.ts';

const group = `
import asyncio

async def work(delay, fails=False):
    await asyncio.sleep(delay)
    if fails:
        raise ValueError('boom')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1, fails=True), name='bad')
            group.create_task(work(3), name='slow')
    except* ValueError:
        print('caught')
    return 'over'

asyncio.run(main())
`;

const queue = `
import asyncio

async def produce(queue):
    for item in range(3):
        await queue.put(item)

async def consume(queue):
    for _ in range(3):
        print(await queue.get())
        await asyncio.sleep(1)

async def main():
    queue = asyncio.Queue(1)
    async with asyncio.timeout(10):
        await asyncio.gather(produce(queue), consume(queue))

asyncio.run(main())
`;

const ticker = `
import asyncio

async def ticker():
    try:
        for number in range(3):
            yield number
            await asyncio.sleep(1)
    finally:
        print('closed')

async def main():
    async for number in ticker():
        print(number)
        if number == 1:
            break
    await asyncio.sleep(0)

asyncio.run(main())
`;

const tree = `
def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)

for value in walk(((None, 1, None), 2, None)):
    print(value)
`;

describe('a run of CPython', () => {
  let cpython: CPython;
  beforeAll(async () => {
    cpython = await loadCPython();
  }, 60_000);

  const run = (source: string): Trace => sendTrace(cpython.run(source));
  const sentences = (trace: Trace): string[] =>
    openRun(trace).steps.map(({ number }) => describeEvent(openRun(trace), number));

  it.each([
    ['group', group],
    ['queue', queue],
    ['ticker', ticker],
    ['tree', tree],
  ])('%s parses, and is drawn with one lane running and one sign a step', (_, source) => {
    expectSound(layoutTimeline(openRun(run(source))));
  });

  it('describes how a task group cancels the tasks it still has', () => {
    const told = sentences(run(group));
    expect(told.slice(told.indexOf('bad fails with ValueError: boom.'))).toEqual([
      'bad fails with ValueError: boom.',
      'The task group notes that bad has failed (1 left).',
      'The task group aborts: it cancels the tasks it still has.',
      'TaskGroup asks to cancel slow; the request goes to what slow waits for, sleep(3).',
      'slow is woken by the request to cancel it and is first in the queue.',
      'TaskGroup asks to cancel main; the request goes to what main waits for, TaskGroup.',
      'main is woken by the request to cancel it and waits in the queue behind slow.',
      'slow resumes at line 5, and CancelledError is raised there.',
      'slow is canceled and ends.',
      'main resumes at line 11, and CancelledError is raised there.',
      'main suspends at line 11: it waits for the tasks of its group to end.',
      'The task group notes that slow has been canceled (none left).',
      'main is woken by the cancellation of slow and is first in the queue.',
      'main resumes at line 11.',
      'main withdraws a request to cancel itself; none is left.',
      'main prints “caught”.',
      "main returns 'over' and is done.",
    ]);
  });

  it('describes how a full queue holds its producer back', () => {
    expect(sentences(run(queue))).toEqual(
      expect.arrayContaining([
        'main sets the timer timeout for 10 s.',
        'produce(queue) suspends at line 6: it waits for room in queue (Queue).',
        'produce(queue) is woken by consume(queue) through queue and is first in the queue.',
      ]),
    );
  });

  it('names the line and the function in which a task suspends', () => {
    expect(sentences(run(ticker))).toContain('main suspends in ticker at line 8: it sleeps until 1 s.');
  });

  it('describes how a value passes through generators that delegate', () => {
    expect(sentences(run(tree))).toContain(
      'walk(tree[0]) yields 1 at line 6 through walk((…)) to the program, and both suspend.',
    );
  });
});

describe('a program of the site', () => {
  const runner = createBuildRunner();
  let cpython: CPython;
  beforeAll(async () => {
    cpython = await loadCPython();
  }, 60_000);
  afterAll(() => runner.close());

  const pairs = findPairs(path.resolve(import.meta.dirname, '../../..'));

  it.each(pairs)(
    '$id is drawn in both languages, on both axes, with one lane running and one sign a step',
    {
      timeout: 60_000,
    },
    async ({ typescript, python }) => {
      const ours = parseTrace(await runner.run({ file: typescript.file, source: typescript.source }));
      const theirs = sendTrace(cpython.run(python.source));
      for (const trace of [ours, theirs]) {
        for (const axis of ['step', 'time'] as const) {
          const geometry = layoutTimeline(openRun(trace), { axis });
          expectSound(geometry);
          expect(geometry.columns.map(({ step }) => step)).toEqual(openRun(trace).steps.map(({ number }) => number));
        }
      }
    },
  );
});

/** At most one lane runs in a step, every step has one sign, and no two stretches of a lane overlap. */
function expectSound({ columns, lanes, marks, segments }: Geometry): void {
  const running = segments.filter(({ state }) => state === 'running');
  for (const { step } of columns) {
    expect(running.filter(({ from, to }) => from <= step && step <= to).length).toBeLessThanOrEqual(1);
    expect(marks.filter((mark) => mark.step === step)).toHaveLength(1);
  }
  for (const lane of lanes.keys()) {
    const own = segments.filter((segment) => segment.lane === lane);
    for (const [index, { x }] of own.slice(1).entries()) {
      const before = own[index];
      expect(x).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.width ?? 0));
    }
  }
}
