import type { Trace } from './event/events.ts';
import { openRunWith, type Run } from './named-run.ts';
import type { View } from './state/choose-view.ts';
import { collectNames } from './variables/collect-names.ts';

export type { Run };

/**
 * Returns the run that a trace records, read at most once for each view. Unless given, the view depends on the run.
 *
 * `Run` itself is in `named-run.ts`: a page whose trace has its names goes without the code that derives them, which is loaded here.
 */
export function openRun(trace: Trace, view?: View): Run {
  return openRunWith(collectNames, trace, view);
}
