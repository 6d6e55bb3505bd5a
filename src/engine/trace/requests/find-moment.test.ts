import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import { openRun, type Run } from '../open-run.ts';
import { describeEvent } from '../words/describe-step.ts';
import { listCancellable } from './list-cancellable.ts';

const runProgram = (source: string): Run => openRun(requireTrace(source));

/** For each step: its sentence, when a request would come in, and for which tasks. */
const tellAll = (run: Run): readonly (readonly [string, string, string])[] =>
  [0, ...run.steps.map(({ number }) => number)].map((step) => {
    const { moment, tasks } = listCancellable(run, step);
    const names = tasks.map((id) => run.names.tasks.get(id) ?? '');
    return [step === 0 ? '' : describeEvent(run, step), `${moment.iteration}.${moment.after}`, names.join(' ')];
  });

describe('the moment at which a request of the reader’s comes in', () => {
  it('is after the step of the task that runs, before the clock moves, and after it where it has moved', () => {
    const run = runProgram(`import { createTask, sleep } from '@yieldpoint/scheduler';
async function tea() {
  await sleep(2);
  console.log('tea');
}
export async function main() {
  const task = createTask(tea());
  await task;
}
`);
    expect(tellAll(run)).toEqual([
      ['', '1.0', ''],
      ['The task main is created and is first in the queue.', '1.0', 'main'],
      ['main starts.', '1.1', 'main'],
      ['main creates the task tea, which is first in the queue.', '1.1', 'main tea'],
      ['main suspends at line 8: it awaits tea.', '1.1', 'main tea'],
      ['tea starts.', '2.1', 'main tea'],
      ['tea suspends at line 3: it sleeps until 2 s.', '2.1', 'main tea'],
      ['Nothing is ready, so the clock jumps from 0 s to 2 s.', '3.0', 'main tea'],
      ['tea is woken by its timer and is first in the queue.', '3.1', 'main tea'],
      // From here on tea ends before a request can come in.
      ['tea resumes at line 3.', '4.1', 'main'],
      ['tea prints “tea”.', '4.1', 'main'],
      ['tea returns and is done.', '4.1', 'main'],
      ['main is woken by the end of tea and is first in the queue.', '4.1', 'main'],
      ['main resumes at line 8.', '5.1', ''],
      ['main returns and is done.', '5.1', ''],
    ]);
  });

  it('is in the second run of a program that makes two, once the first is over', () => {
    const run = runProgram(`import { run, sleep } from '@yieldpoint/scheduler';
async function nap() {
  await sleep(1);
}
run(nap());
console.log('between');
run(nap());
`);
    const told = tellAll(run);
    expect(told.find(([sentence]) => sentence.includes('between'))?.[2]).toBe('');
    const created = told.filter(([sentence]) => sentence.includes('is created'));
    expect(created.map(([, , tasks]) => tasks)).toEqual(['nap', 'nap #2']);
    const [iteration, after] = (created[1]?.[1] ?? '').split('.').map(Number);
    const again = requireTrace(
      `import { run, sleep } from '@yieldpoint/scheduler';
async function nap() {
  await sleep(1);
}
run(nap());
console.log('between');
try { run(nap()); } catch { console.log('canceled'); }
`,
      { cancelRequests: [{ iteration: iteration ?? 0, after: after ?? 0, task: 2 }] },
    );
    expect(openRun(again).lines.map(({ text }) => text)).toEqual(['between', 'canceled']);
  });

  it('is none for a run without tasks', () => {
    const run = runProgram(`function* count() {
  yield 1;
}
export function main() {
  for (const one of count()) console.log(one);
}
`);
    expect(tellAll(run).every(([, , tasks]) => tasks === '')).toBe(true);
  });
});
