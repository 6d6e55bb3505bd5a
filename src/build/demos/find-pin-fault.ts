import { findNearest } from '../../engine/page/find-nearest.ts';
import type { Trace } from '../../engine/trace/event/events.ts';
import type { Pin } from '../../engine/trace/pins/parse-pins.ts';
import { hasPinned, listPinnable } from '../../engine/trace/pins/read-pinned.ts';
import { openRun } from '../../engine/trace/open-run.ts';
import { DemoError } from './demo-error.ts';
import type { DemoPair, DemoHalf } from './find-pairs.ts';

/** Returns the first variable in a pair's `show` that one of its programs does not have, with the name that was probably meant. */
export function findPinFault({ typescript, python }: DemoPair, ours: Trace, theirs: Trace): DemoError | undefined {
  return findIn(typescript, ours) ?? findIn(python, theirs);
}

function findIn({ file, show }: DemoHalf, trace: Trace): DemoError | undefined {
  const run = openRun(trace);
  const missing = show?.pins.find((pin) => !hasPinned(run, pin));
  if (show === undefined || missing === undefined) return undefined;
  const name = writePin(missing);
  const other = show.file === file ? '' : ` of ${file}`;
  const [near] = findNearest(name, listPinnable(run, missing));
  const hint = near === undefined ? '' : `Did you mean "${near}"? `;
  const own = show.file === file ? '' : ' Where the halves name it differently, each has a "show" of its own.';
  return new DemoError(
    show.file,
    show.line,
    `Expected "show" to name variables of the program, but nothing in the run${other} has "${name}"`,
    `${hint}Name a variable of a function or of the module, or an attribute such as "self.ready".${own}`,
  );
}

const writePin = ({ path }: Pin): string => path.join('.');
