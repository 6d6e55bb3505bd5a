import process from 'node:process';
import { describePanel } from '../../../src/engine/show/run-panel.ts';
import { renderCards } from '../../../src/engine/show/render-frames.ts';
import { markLines } from '../../../src/engine/show/mark-lines.ts';
import { drawFigure } from '../../../src/engine/timeline/draw-figure.ts';
import { layoutTimeline } from '../../../src/engine/timeline/layout-timeline.ts';
import { parseTrace } from '../../../src/engine/trace/event/parse-trace.ts';
import type { Trace } from '../../../src/engine/trace/event/events.ts';
import { openRun, type Run } from '../../../src/engine/trace/open-run.ts';
import { describeEvent, describeStep } from '../../../src/engine/trace/words/describe-step.ts';

/**
 * The cost of reading one run, in milliseconds of processor time; `step` is one step forward, `jump` goes from any step to any
 * other.
 */
export type RunCost = {
  readonly events: number;
  readonly steps: number;
  readonly open: number;
  readonly draw: number;
  readonly tell: number;
  readonly step: number;
  readonly jump: number;
};

/** Measures each part once, on a copy of the trace that nothing has read before. */
export function measureRun(trace: Trace): RunCost {
  const text = JSON.stringify(trace);
  let run = openRun(trace);
  const open = time(() => {
    run = openRun(parseTrace(JSON.parse(text)));
    return [run.steps, run.names, run.lines, run.end];
  });
  const { length } = run.steps;
  const draw = time(() => drawFigure(layoutTimeline(run), 'run'));
  const tell = time(() => {
    for (let step = 1; step <= length; step += 1) describeEvent(run, step);
  });
  const asked = 200;
  const inOrder = time(() => {
    const from = Math.max(1, length - asked);
    for (let step = from; step <= length; step += 1) showStep(run, step);
  });
  const anywhere = time(() => {
    for (let index = 0; index < asked; index += 1) showStep(run, 1 + ((index * 7919) % length));
  });
  return {
    events: trace.events.length,
    steps: length,
    open,
    draw,
    tell,
    step: inOrder / Math.min(asked, length),
    jump: anywhere / asked,
  };
}

/** Everything that a page needs from a run to show one of its steps. */
function showStep(run: Run, step: number): void {
  const state = run.stateAt(step);
  describePanel(run, state);
  renderCards(run, step, { name: 'run', live: true });
  markLines(state);
  describeStep(run, step);
}

/** The thread's own processor time, which other processes do not increase. */
function time(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
