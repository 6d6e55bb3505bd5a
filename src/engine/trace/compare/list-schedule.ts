import type { Run } from '../open-run.ts';
import { formatSeconds } from '../words/format-seconds.ts';

/** One step of one task: when it ran, and how it gave control back. Tasks are numbered in order of creation. */
export type ScheduledStep = {
  readonly seq: number;
  readonly iteration: number;
  readonly time: number;
  readonly task: number;
  readonly outcome: 'suspends' | 'returns' | 'fails' | 'is cancelled' | 'goes on';
  readonly words: string;
};

/** Returns the steps of a run's tasks in order. Two runs of one program are scheduled alike if these are equal. */
export function listSchedule({ trace, names: { tasks: names } }: Run): readonly ScheduledStep[] {
  const order = [...names.keys()];
  const places = new Map(order.map((id, index) => [id, index + 1]));
  const steps: ScheduledStep[] = [];
  const under: { id: number; index: number }[] = [];
  for (const event of trace.events) {
    if (event.kind === 'step-begins') {
      under.push({ id: event.id, index: steps.length });
      const { seq, iteration, time, id } = event;
      steps.push({ seq, iteration, time, task: places.get(id) ?? 0, outcome: 'goes on', words: '' });
    } else if (event.kind === 'task-waits' || event.kind === 'task-ended') {
      const index = under.findLastIndex(({ id }) => id === event.id);
      const [step] = under.splice(index, index < 0 ? 0 : 1);
      const begun = step && steps[step.index];
      if (begun) steps[step.index] = { ...begun, outcome: event.kind === 'task-waits' ? 'suspends' : ends[event.how] };
    }
  }
  return steps.map((step) => {
    const name = names.get(order[step.task - 1] ?? 0) ?? '';
    return {
      ...step,
      words: `in iteration ${step.iteration} at ${formatSeconds(step.time)}, ${name} runs and ${step.outcome}`,
    };
  });
}

const ends = { returned: 'returns', raised: 'fails', cancelled: 'is cancelled' } as const;
