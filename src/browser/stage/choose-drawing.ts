import { isLong } from '../../engine/timeline/window/is-long.ts';
import type { Run } from '../../engine/trace/run.ts';
import type { Drawing } from './show-run.ts';

/**
 * Returns what draws a run that the reader has made. A long run is first read, without freezing the page, by code that is fetched
 * for it. Rejects with a message for the reader if that code cannot be loaded.
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
