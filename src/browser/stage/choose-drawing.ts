import { isLong } from '../../engine/timeline/window/is-long.ts';
import type { Trace } from '../../engine/trace/event/events.ts';
import { openRunWith, type Run } from '../../engine/trace/named-run.ts';
import type { Drawing } from './show-run.ts';

/**
 * Returns a run that the reader has made, and what draws it. A long run is first read, without freezing the page, by code that is
 * fetched for it. Rejects with a message for the reader if code cannot be loaded.
 */
export async function chooseDrawing(trace: Trace): Promise<{ readonly run: Run; readonly drawing: Drawing }> {
  let isLongRun = false;
  try {
    // What names the parts of a run is fetched with what draws it, because an editor opens without either.
    const shortDrawing = await import('./show-run.ts');
    const run = openRunWith(shortDrawing.collectNames, trace);
    isLongRun = isLong(run);
    if (!isLongRun) return { run, drawing: shortDrawing };
    const { readLongRun } = await import('./long/read-long-run.ts');
    return { run, drawing: await readLongRun(run) };
  } catch (error) {
    throw new Error(
      `The code that draws a ${isLongRun ? 'long ' : ''}run could not be loaded. Are you online? Run the program again to retry.`,
      { cause: error },
    );
  }
}
