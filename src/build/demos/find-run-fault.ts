import { compareTraces, describeDifference, type Side } from '../../engine/trace/compare/compare-traces.ts';
import { compareLines } from '../../engine/trace/compare/compare-lines.ts';
import { compareVariables } from '../../engine/trace/compare/compare-variables.ts';
import type { ErrorText, Trace } from '../../engine/trace/event/events.ts';
import { DemoError } from './demo-error.ts';
import { describeEndless, nameLimit } from './describe-program-error.ts';
import type { DemoPair, DemoHalf } from './find-pairs.ts';
import { findPinFault } from './find-pin-fault.ts';

/**
 * Returns what is wrong with the runs of a pair, each fault with its file and, if the run shows it, its line. Faults are: Python
 * that does not end; one half that raises while the other does not; halves that differ, or that agree although the front block says
 * they differ; frames with other values or lines than their twins; and a `show` with variables that a program does not have.
 */
export function findRunFault(pair: DemoPair, ours: Trace, theirs: Trace): DemoError | undefined {
  return findDifference(pair, ours, theirs) ?? findPinFault(pair, ours, theirs);
}

function findDifference(pair: DemoPair, ours: Trace, theirs: Trace): DemoError | undefined {
  const { id, front, typescript, python } = pair;
  const difference = compareTraces(ours, theirs);
  if (front.parityException !== undefined && difference !== null) return undefined;
  if (theirs.outcome.kind === 'stopped')
    return describeEndless(python, nameLimit(theirs.outcome), findLastLine(theirs));
  if (front.parityException !== undefined) {
    return new DemoError(
      typescript.file,
      1,
      'Expected the two runs to differ, as "parity: none" says, but they do the same',
      'Take the line "parity" out of the front block.',
    );
  }
  if (difference === null) return findFrameFault(pair, ours, theirs) ?? findLineFault(pair, ours, theirs);
  // A missing import or a syntax error: the other half is not at fault, and comparing the output would say nothing.
  if (theirs.outcome.kind === 'failed' && ours.outcome.kind !== 'failed')
    return describeRaised(id, python, theirs.outcome.error, 'the TypeScript half does');
  if (ours.outcome.kind === 'failed' && theirs.outcome.kind !== 'failed')
    return describeRaised(id, typescript, ours.outcome.error, 'CPython does');
  const [theirLine, ourLine] = [
    findLine(theirs, difference.right, python),
    findLine(ours, difference.left, typescript),
  ];
  return new DemoError(
    theirLine === undefined && ourLine !== undefined ? typescript.file : python.file,
    theirLine ?? ourLine,
    `Expected CPython to do the same, but it does not: ${describeDifference(difference, ours, theirs).replace(/\.$/, '')}`,
    `Type "npm run demo -- ${id}" to see both; fix one half, or say "parity: none" and why in the front block.`,
  );
}

/** Returns what is wrong with the values in frames: they differ without a stated reason, or a reason is stated and they agree. */
function findFrameFault({ front, typescript }: DemoPair, ours: Trace, theirs: Trace): DemoError | undefined {
  const difference = compareVariables(ours, theirs);
  if (difference === null) {
    return front.frames === undefined
      ? undefined
      : new DemoError(
          typescript.file,
          1,
          'Expected the frames of the two programs to keep different values, as "frames" says, but they keep the same',
          'Take the line "frames" out of the front block.',
        );
  }
  if (front.frames !== undefined) return undefined;
  const { frame, suspension, name, left, right } = difference;
  const found =
    suspension === 0
      ? `${frame} has ${left} in TypeScript and ${right} in Python`
      : `${name} of ${frame} is ${left} in TypeScript and ${right} in Python at suspension ${suspension}`;
  return new DemoError(
    typescript.file,
    undefined,
    `Expected the frames of both programs to keep the same values, but ${found}`,
    'Fix one half, give the variable two names, or say why in the front block: "frames: …".',
  );
}

/** Returns what is wrong with the lines of frames: they differ without a stated reason, or a reason is stated and they agree. */
function findLineFault({ front, typescript, python }: DemoPair, ours: Trace, theirs: Trace): DemoError | undefined {
  const difference = compareLines({ source: typescript.source, trace: ours }, { source: python.source, trace: theirs });
  if (difference === null) {
    return front.lines === undefined
      ? undefined
      : new DemoError(
          typescript.file,
          1,
          'Expected the lines of the two programs to run in another order, as "lines" says, but they run in the same',
          'Take the line "lines" out of the front block.',
        );
  }
  if (front.lines !== undefined) return undefined;
  return new DemoError(
    typescript.file,
    difference.left === undefined ? undefined : (typescript.fileLines[difference.left - 1] ?? difference.left),
    `Expected the lines of both programs, counted without their front blocks, to run in the same order, but ${difference.found}`,
    'Give both halves the same lines in the same order, or say why not in the front block: "lines: …".',
  );
}

function describeRaised(
  id: string,
  { file, fileLines }: DemoHalf,
  { name, message, line }: ErrorText,
  other: string,
): DemoError {
  const first = message.split('\n')[0]?.replace(/\.$/, '') ?? '';
  const place = line === undefined ? undefined : (fileLines[line - 1] ?? line);
  return new DemoError(
    file,
    place,
    `Expected the program to run to its end, as ${other}, but it raised ${name}${first === '' ? '' : `: ${first}`}`,
    `Fix it; "npm run demo -- ${id}" shows both runs.`,
  );
}

/** The line of the file that ran when an event happened. */
function findLine({ events }: Trace, { seq }: Side, { fileLines }: DemoHalf): number | undefined {
  if (seq === null) return undefined;
  const last = events.findLast((event) => event.seq <= seq && event.kind === 'line');
  return last?.kind === 'line' ? fileLines[last.line - 1] : undefined;
}

/** The line that ran last, counted in the program and not in its file. */
export function findLastLine({ events }: Trace): number | undefined {
  const last = events.findLast((event) => event.kind === 'line');
  return last?.kind === 'line' ? last.line : undefined;
}
