import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../build/typescript/require-trace.ts';
import type { CancelRequest } from '../trace/requests/cancel-request.ts';
import type { Trace } from '../trace/event/events.ts';
import { openRun } from '../trace/open-run.ts';
import { describeEvent } from '../trace/words/describe-step.ts';
import { explainUnmadeRequests, offerCancelling } from './describe-cancelling.ts';

const traceOf = (source: string, cancelRequests: readonly CancelRequest[] = []): Trace =>
  requireTrace(source, { cancelRequests });

const tea = `import { createTask, sleep } from '@yieldpoint/scheduler';
async function tea() {
  await sleep(2);
}
export async function main() {
  await createTask(tea());
}
`;

describe('what can be cancelled at a step', () => {
  const run = openRun(traceOf(tea));
  const find = (sentence: string): number =>
    run.steps.find(({ number }) => describeEvent(run, number).startsWith(sentence))?.number ?? -1;

  it('is the task of the step before all others', () => {
    expect(offerCancelling(run, find('tea suspends'), 0)).toMatchObject({ own: 2, tasks: [1, 2], refusal: undefined });
    expect(offerCancelling(run, find('main suspends'), 0)).toMatchObject({ own: 1, tasks: [1, 2] });
    expect(offerCancelling(run, find('Nothing is ready'), 0)).toMatchObject({ own: undefined, tasks: [1, 2] });
  });

  it('is idle before the first task and after the last, and at no step between', () => {
    const idle = [0, ...run.steps.map(({ number }) => number)].filter((step) => offerCancelling(run, step, 0).isIdle);
    expect(idle).toEqual([0, run.steps.length]);
  });

  it('is nothing, with the reason', () => {
    const refusalAt = (step: number, made = 0): string | undefined => offerCancelling(run, step, made).refusal;
    expect(refusalAt(0)).toMatch(/^There is nothing to cancel yet/);
    expect(refusalAt(run.steps.length)).toMatch(/^There is nothing to cancel any more/);
    expect(refusalAt(find('main resumes'))).toMatch(/^Nothing can be canceled here: main ends in this step/);
    expect(refusalAt(find('tea suspends'), 20)).toMatch(/^This run has 20 requests/);
    const generators = openRun(traceOf('function* one() { yield 1; }\nexport function main() { one().next(); }\n'));
    expect(offerCancelling(generators, 1, 0).refusal).toMatch(/only a task can be canceled/);
  });
});

describe('a run that was made with requests', () => {
  const chance = { seed: 1, startMs: 0 };
  const result = (trace: Trace): Parameters<typeof explainUnmadeRequests>[0] => ({
    kind: 'ran',
    trace,
    chance,
    input: [],
  });

  it('is shown if each was made, and otherwise why it is not', () => {
    const [made, missed] = [
      { task: 2, iteration: 2, after: 1 },
      { task: 9, iteration: 2, after: 1 },
    ];
    expect(explainUnmadeRequests(result(traceOf(tea, [made])), 1)).toBeUndefined();
    expect(explainUnmadeRequests(result(traceOf(tea, [missed])), 1)).toMatch(/does not have that task at that moment/);
    expect(explainUnmadeRequests(result(traceOf(tea, [made, missed])), 2)).toMatch(/does not have that task/);
    const stopped = { ...traceOf(tea), outcome: { kind: 'stopped', limit: 'reader' } } as const;
    expect(explainUnmadeRequests(result(stopped), 1)).toBe('Stopped. The run is shown as it was.');
    expect(explainUnmadeRequests({ kind: 'rejected', errors: [] }, 1)).toMatch(/could not be run again/);
  });
});
