import type { Run } from '../trace/open-run.ts';

/** The result of a prediction in words, and the step at which it first differs from the run, or the last step. */
export type Verdict = { readonly right: boolean; readonly words: string; readonly step: number };

/** Returns the lines that a run prints, one for each entry, with the `seq` of the event that printed it. */
export function listPrinted({ lines }: Run): readonly { readonly text: string; readonly seq: number }[] {
  return lines
    .filter(({ isWarning }) => !isWarning)
    .flatMap(({ text, seq }) => text.split('\n').map((line) => ({ text: line, seq })));
}

/**
 * Compares the lines that a reader expects with those the run prints. Spaces at the ends and empty lines at the end do not count.
 */
export function gradePrediction(run: Run, answer: string): Verdict | undefined {
  const expected = answer.trimEnd().split('\n').map(toComparable);
  if (answer.trim() === '') return undefined;
  const printed = listPrinted(run);
  const at = printed.findIndex(({ text }, index) => toComparable(text) !== expected[index]);
  const wrong = at < 0 ? undefined : printed[at];
  if (wrong === undefined) {
    const extra = expected[printed.length];
    const step = run.steps.length;
    if (extra === undefined)
      return { right: true, words: `Right: ${countLines(printed.length)}, in this order.`, step };
    const words = `The run prints ${countLines(printed.length)} and then ends. Your line ${printed.length + 1}, “${extra}”, is never printed.`;
    return { right: false, words, step };
  }
  const step = run.findStep(wrong.seq);
  const given = expected[at];
  if (given !== undefined && isInOrder(expected, printed)) {
    const yours = expected.length === 1 ? 'your line' : `your ${countLines(expected.length)} in this order`;
    const words = `The run prints ${yours}, and ${printed.length - expected.length} more. The first that you left out is “${wrong.text.trim()}”. The drawing shows step ${step}, which prints it.`;
    return { right: false, words, step };
  }
  const start = at === 0 ? '' : `Your first ${at === 1 ? 'line is' : `${at} lines are`} right. `;
  const instead = given === undefined ? 'and your answer ends before it' : `and you expected “${given}”`;
  const words = `${start}Line ${at + 1} is “${wrong.text.trim()}”, ${instead}. The drawing shows step ${step}, which prints it: look at what ran before.`;
  return { right: false, words, step };
}

/** Whether a run prints these lines in this order, with others in between: some questions ask for a part of what is printed. */
function isInOrder(lines: readonly string[], printed: readonly { readonly text: string }[]): boolean {
  let found = 0;
  for (const { text } of printed) if (toComparable(text) === lines[found]) found += 1;
  return found === lines.length;
}

const toComparable = (line: string): string => line.trim().replace(/\s+/g, ' ');

const countLines = (count: number): string => `${count} line${count === 1 ? '' : 's'}`;
