import { beforeAll, describe, expect, it } from 'vitest';
import { loadCPython } from '../../build/cpython/load-cpython.ts';
import { requireTrace } from '../../build/typescript/require-trace.ts';
import { compareTraces } from '../trace/compare/compare-traces.ts';
import type { Trace } from '../trace/event/events.ts';
import { sendTrace } from '../trace/fixtures/send-trace.ts';
import { openRun } from '../trace/open-run.ts';
import { describeEvent } from '../trace/words/describe-step.ts';

/** The same program twice: every part of asyncio that watches several tasks, or one task for another. */
const python = `
import asyncio

async def fetch(n):
    await asyncio.sleep(n)
    if n == 3:
        raise ValueError("refused")
    return n

async def main():
    await asyncio.gather(fetch(1), fetch(2))
    try:
        await asyncio.gather(fetch(3), fetch(4))
    except ValueError:
        pass
    tasks = [asyncio.create_task(fetch(n)) for n in (1, 2)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    try:
        await asyncio.wait_for(fetch(5), 2)
    except TimeoutError:
        pass
    try:
        async with asyncio.timeout(1):
            await fetch(5)
    except TimeoutError:
        pass
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch(1))
        group.create_task(fetch(2))
    for each in asyncio.as_completed([fetch(2), fetch(1)]):
        await each
    inner = asyncio.create_task(fetch(2))
    await asyncio.shield(inner)
    def note(task):
        pass
    last = asyncio.create_task(fetch(1))
    last.add_done_callback(note)
    await asyncio.sleep(2)
    print("end")

asyncio.run(main())
`;

const typescript = `
import { asCompleted, createTask, gather, shield, sleep, TaskGroup, timeout, wait, waitFor } from '@yieldpoint/scheduler';

async function fetch(n: number) {
  await sleep(n);
  if (n === 3) throw new Error('refused');
  return n;
}

export async function main() {
  await gather([fetch(1), fetch(2)]);
  try {
    await gather([fetch(3), fetch(4)]);
  } catch {}
  const tasks = [1, 2].map((n) => createTask(fetch(n)));
  await wait(tasks, { returnWhen: 'FIRST_COMPLETED' });
  try {
    await waitFor(fetch(5), 2);
  } catch {}
  try {
    await using _limit = timeout(1);
    await fetch(5);
  } catch {}
  {
    await using group = new TaskGroup();
    group.createTask(fetch(1));
    group.createTask(fetch(2));
  }
  for (const each of asCompleted([fetch(2), fetch(1)])) await each;
  const inner = createTask(fetch(2));
  await shield(inner);
  function note() {}
  const last = createTask(fetch(1));
  last.addDoneCallback(note);
  await sleep(2);
  console.log('end');
}
`;

describe('what the loop does by itself', () => {
  let theirs: Trace;
  const ours = requireTrace(typescript);
  beforeAll(async () => {
    theirs = sendTrace((await loadCPython()).run(python));
  }, 60_000);

  const notes = (trace: Trace): readonly string[] => {
    const run = openRun(trace);
    return run.steps
      .filter(({ event }) => event.kind === 'callback-runs')
      .map(({ number, event }) => `${event.iteration}: ${describeEvent(run, number)}`);
  };

  it('is the same in both languages, callback by callback', () => {
    expect(theirs.outcome).toMatchObject({ kind: 'finished' });
    expect(compareTraces(ours, theirs)).toBeNull();
    const inPython = (line: string): string =>
      line.replace('asCompleted', 'as_completed').replace('Error: refused', 'ValueError: refused');
    expect(notes(ours).map(inPython)).toEqual(notes(theirs));
  });

  it('is described with the task that has ended, and how many are left', () => {
    expect(notes(theirs)).toEqual([
      '5: gather notes that fetch(1) is done (1 of 2).',
      '8: gather notes that fetch(2) is done (2 of 2) and has all results.',
      '13: gather notes that fetch(3) has failed (1 of 2) and fails with ValueError: refused.',
      '18: gather notes that fetch(4) is done (2 of 2).',
      '18: wait notes that fetch(1) #2 is done (1 left).',
      '22: The event loop runs the callback timeout.',
      '24: The event loop runs the callback timeout.',
      '29: The task group notes that fetch(1) #3 is done (1 left).',
      '32: The task group notes that fetch(2) #3 is done (none left).',
      '37: as_completed notes that fetch(1) #4 is done (1 left).',
      '41: as_completed notes that fetch(2) #4 is done (none left).',
      '46: shield notes that fetch(2) #5 is done.',
      '46: shield notes that fetch(2) #5 is done and passes the result on.',
      '47: shield notes that its own future is done.',
      '51: The event loop runs the callback note, because fetch(1) #5 is done.',
    ]);
  });

  it('has a step in every iteration up to the end of the run', () => {
    const { steps } = openRun(theirs);
    const last = steps.at(-1)?.event.iteration ?? 0;
    const seen = new Set(steps.map(({ event }) => event.iteration));
    expect(Array.from({ length: last }, (_, index) => index + 1).filter((iteration) => !seen.has(iteration))).toEqual(
      [],
    );
    expect(last).toBeGreaterThan(40);
  });

  it('makes two runs differ if one of them counts differently', () => {
    const events = theirs.events.map((event) =>
      event.kind === 'callback-runs' && event.of === 2 && event.left === 0 ? { ...event, left: 1 } : event,
    );
    expect(compareTraces(theirs, { ...theirs, events })).toMatchObject({ aspect: 'acts' });
  });
});
