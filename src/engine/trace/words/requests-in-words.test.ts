import { beforeAll, describe, expect, it } from 'vitest';
import { loadCPython } from '../../../build/cpython/load-cpython.ts';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { CPython } from '../../run/cpython/install-cpython.ts';
import type { CancelRequest } from '../requests/cancel-request.ts';
import { listCancellable } from '../requests/list-cancellable.ts';
import { openRun, type Run } from '../open-run.ts';
import { listMoments } from '../state/list-moments.ts';
import { describeEvent } from './describe-step.ts';

let cpython: CPython;
beforeAll(async () => {
  cpython = await loadCPython();
});

type Runner = (source: string, cancelRequests: readonly CancelRequest[]) => Run;
const runPython: Runner = (source, cancelRequests) => openRun(cpython.run(source, { cancelRequests }));
const runTypeScript: Runner = (source, cancelRequests) => openRun(requireTrace(source, { cancelRequests }));

const tell = (run: Run): readonly string[] => run.steps.map(({ number }) => describeEvent(run, number));

/**
 * Cancels a task at the step with this sentence, as often as asked. Returns the run, and its sentences from the last of these steps
 * on.
 */
function cancel(
  source: string,
  presses: readonly (readonly [sentence: string, task: string])[],
  runs = runPython,
): readonly string[] {
  let requests: readonly CancelRequest[] = [];
  let run = runs(source, requests);
  let step = 0;
  for (const [sentence, name] of presses) {
    step = tell(run).findIndex((told, index) => index >= step && told.startsWith(sentence)) + 1;
    const { moment, tasks } = listCancellable(run, step);
    const task = tasks.find((id) => run.names.tasks.get(id) === name);
    if (step === 0 || task === undefined)
      throw new Error(`Expected ${name} to be there at “${sentence}”, but got ${tell(run).join('\n')}`);
    requests = [...requests, { ...moment, task }];
    run = runs(source, requests);
  }
  return tell(run).slice(step);
}

const closing = `import asyncio

async def fetch():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(1)
        print("closed")

async def main():
    task = asyncio.create_task(fetch())
    try:
        await task
    except asyncio.CancelledError:
        print("gone")
`;

describe('a task that the reader cancels', () => {
  it('gets the request where it waits, and its finally block may wait again', () => {
    expect(cancel(closing, [['fetch suspends', 'fetch']])).toEqual([
      'You ask to cancel fetch; the request goes to what fetch waits for, sleep(5).',
      'fetch is woken by the request to cancel it and is first in the queue.',
      'fetch resumes at line 5, and CancelledError is raised there.',
      'fetch suspends at line 7: it sleeps until 1 s.',
      'Nothing is ready, so the clock jumps from 0 s to 1 s.',
      'fetch is woken by its timer and is first in the queue.',
      'fetch resumes at line 7.',
      'fetch prints “closed”.',
      'fetch is canceled and ends.',
      'main is woken by the cancellation of fetch and is first in the queue.',
      'main resumes at line 13, and CancelledError is raised there.',
      'main prints “gone”.',
      'main returns and is done.',
    ]);
  });

  it('loses the wait in its finally block when it is canceled again', () => {
    expect(
      cancel(closing, [
        ['fetch suspends at line 5', 'fetch'],
        ['fetch suspends at line 7', 'fetch'],
      ]).slice(0, 4),
    ).toEqual([
      'You ask again to cancel fetch; the request goes to what fetch waits for, sleep(1).',
      'fetch is woken by the request to cancel it and is first in the queue.',
      'fetch resumes at line 7, and CancelledError is raised there.',
      'fetch is canceled and ends.',
    ]);
  });

  it('never runs if it has not begun', () => {
    expect(cancel(closing, [['main creates', 'fetch']]).slice(0, 4)).toEqual([
      'main suspends at line 13: it awaits fetch.',
      'You ask to cancel fetch; CancelledError will be raised at its next step.',
      'fetch gets CancelledError before its first line, so it never runs.',
      'fetch is canceled and ends.',
    ]);
  });

  it('continues if it catches the request', () => {
    const told = cancel(closing.replace('finally:', 'except asyncio.CancelledError:'), [['fetch suspends', 'fetch']]);
    expect(told).toContain('fetch returns and is done.');
    expect(told).not.toContain('main prints “gone”.');
  });

  it('is described the same in TypeScript, in the reader’s own lane', () => {
    const twin = `import { createTask, sleep } from '@yieldpoint/scheduler';

async function fetch() {
  try {
    await sleep(5); } finally {

    await sleep(1);
    console.log('closed');
  } }
async function main() {
  const task = createTask(fetch());
  try {
    await task;
  } catch {
    console.log('gone');
  } }
export { main };
`;
    const press = [['fetch suspends', 'fetch']] as const;
    expect(cancel(twin, press, runTypeScript)).toEqual(cancel(closing, press));
    for (const run of [
      runTypeScript(twin, [{ iteration: 2, after: 1, task: 2 }]),
      runPython(closing, [{ iteration: 2, after: 1, task: 2 }]),
    ]) {
      const { lanes, moments } = listMoments(run);
      expect(lanes.map(({ name }) => name)).toEqual(['you', 'event loop', 'main', 'fetch']);
      const asks = moments.find(({ step }) => describeEvent(run, step.number).startsWith('You ask'));
      expect([asks?.holder, asks?.target]).toEqual([0, 3]);
    }
  });
});

describe('what the library makes of a request of the reader’s', () => {
  it('ends the task that waits for a shield, but not the shielded task', () => {
    const told = cancel(
      `import asyncio

async def save():
    await asyncio.sleep(2)
    print("saved")

async def handle(task):
    await asyncio.shield(task)

async def main():
    saving = asyncio.create_task(save(), name="save")
    handler = asyncio.create_task(handle(saving), name="handler")
    await asyncio.wait([saving, handler])
`,
      [['handler suspends', 'handler']],
    );
    expect(told.slice(0, 2)).toEqual([
      'You ask to cancel handler; the request goes to what handler waits for, shield.',
      'handler is woken by the request to cancel it and waits in the queue behind the callback shield.',
    ]);
    expect(told).toEqual(expect.arrayContaining(['handler is canceled and ends.', 'save prints “saved”.']));
  });

  it('is no timeout, even if it comes in at the same time as one', () => {
    const limited = `import asyncio

async def main():
    try:
        async with asyncio.timeout(3):
            await asyncio.sleep(10)
    except TimeoutError:
        print("too late")
`;
    expect(cancel(limited, [['main suspends', 'main']]).at(-1)).toBe('main is canceled and ends.');
    expect(cancel(limited, [['timeout asks', 'main']])).toEqual([
      'main is woken by the request to cancel it and is first in the queue.',
      'You ask again to cancel main; CancelledError will be raised at its next step.',
      'main resumes at line 6, and CancelledError is raised there.',
      'main withdraws a request to cancel itself; 1 is left.',
      'main is canceled and ends.',
    ]);
  });

  const group = `import asyncio

async def work(seconds):
    await asyncio.sleep(seconds)
    print(seconds)

async def main():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(work(1), name="one")
        tasks.create_task(work(2), name="two")
    print("over")
`;

  it('does not touch the other tasks of a group if it is for one of them', () => {
    const told = cancel(group, [['two suspends', 'one']]);
    expect(told).toContain('The task group notes that one has been canceled (1 left).');
    expect(told).toEqual(expect.arrayContaining(['two prints “2”.', 'main prints “over”.']));
  });

  it('ends a whole group if it is for the task that waits for the group', () => {
    const told = cancel(group, [['two suspends', 'main']]);
    expect(told[0]).toBe('You ask to cancel main; the request goes to what main waits for, TaskGroup.');
    expect(told).toEqual(
      expect.arrayContaining([
        'The task group aborts: it cancels the tasks it still has.',
        'one is canceled and ends.',
        'two is canceled and ends.',
        'main is canceled and ends.',
      ]),
    );
    expect(told).not.toContain('main prints “over”.');
  });

  it('is passed on by a gather', () => {
    const told = cancel(group.replace(/ {4}async with[^]*/, '    await asyncio.gather(work(1), work(2))\n'), [
      ['work(2) suspends', 'main'],
    ]);
    expect(told.slice(0, 2)).toEqual([
      'You ask to cancel main; the request goes to what main waits for, gather.',
      'The request to cancel main is passed on to work(1); the request goes to what work(1) waits for, sleep(1).',
    ]);
  });

  it('undoes a deadlock', () => {
    const told = cancel(
      `import asyncio

async def take(lock, other):
    async with lock:
        await asyncio.sleep(1)
        async with other:
            print("both")

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    one = asyncio.create_task(take(a, b), name="one")
    two = asyncio.create_task(take(b, a), name="two")
    await asyncio.wait([one, two])
`,
      [['Deadlock', 'two']],
    );
    expect(told.some((sentence) => sentence.startsWith('Deadlock'))).toBe(false);
    expect(told).toEqual(expect.arrayContaining(['two is canceled and ends.', 'one prints “both”.']));
  });
});
