import { describeEnding } from '../../src/engine/show/describe-outcome.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { openRun } from '../../src/engine/trace/open-run.ts';
import { formatSeconds } from '../../src/engine/trace/words/format-seconds.ts';
import { formatTrace } from '../../src/engine/trace/words/format-trace.ts';
import { foldSteps, type Paint, paintSigns } from './format-demo.ts';

/**
 * Returns the run of one program as text for a terminal: its console with the virtual clock, how it ended, and its steps.
 *
 * @param columns how wide the terminal is
 */
export function formatRun(
  trace: Trace,
  columns: number,
  paint: Paint,
): { readonly text: string; readonly isRight: boolean } {
  const run = openRun(trace);
  const clock = Math.max(0, ...run.lines.map(({ time }) => formatSeconds(time).length));
  const lines = run.lines.map(({ time, text, isWarning }) => {
    const line = `${formatSeconds(time).padStart(clock)}  ${text}`;
    return isWarning ? paint('running', line) : line;
  });
  const ending = describeEnding(trace.outcome);
  return {
    isRight: ending === undefined,
    text: [
      paint('title', trace.runtime),
      ...lines,
      ...(ending === undefined ? [] : ['', paint('bad', ending)]),
      '',
      paintSigns(foldSteps(formatTrace(run), columns), paint),
    ].join('\n'),
  };
}
