import type { EventRecorder } from './event-recorder.ts';
import { defaultRunLimits, type RunLimits } from './run-limits.ts';

/** Returns a function that records a printed text, with the line that prints it if known, until the output limit is reached. */
export function createPrinter(
  recorder: EventRecorder,
  limits: RunLimits,
): (text: string, line: number | undefined) => void {
  const { maxOutput, maxLine } = { ...defaultRunLimits, ...limits };
  let left = maxOutput;
  return (text, line) => {
    recorder.check();
    const shown = cutLine(text, maxLine);
    // A cut line counts with its shown length, unless it is longer than anything that was meant to be read.
    left -= text.length > 10 * maxOutput ? text.length : shown.length + 1;
    if (left < 0) recorder.stop('output');
    else recorder.add({ kind: 'output', text: shown, ...(line === undefined ? {} : { line }) });
    recorder.check();
  };
}

/** A line that is too long to be read is cut, with a note. */
function cutLine(text: string, most: number): string {
  if (text.length <= most) return text;
  const note = `… (${(text.length - most).toLocaleString('en')} more characters)`;
  return text.slice(0, most) + note;
}
