import { isLong } from '../../engine/timeline/window/is-long.ts';
import type { Run } from '../../engine/trace/run.ts';
import type { Drawing } from './show-run.ts';

/**
 * Returns what draws a run that the reader has made: one that is long is read first, without holding the page, by what is fetched for
 * it. It rejects, in words for the reader, where that cannot be had.
 */
export async function chooseDrawing(run: Run): Promise<Drawing> {
  const isLongRun = isLong(run);
  try {
    if (!isLongRun) return await import('./show-run.ts');
    const { readLongRun } = await import('./long/read-long-run.ts');
    return await readLongRun(run);
  } catch (error) {
    throw new Error(
      `What draws a ${isLongRun ? 'long ' : ''}run could not be loaded. Is there a network? Run the program again to try once more.`,
      { cause: error },
    );
  }
}
