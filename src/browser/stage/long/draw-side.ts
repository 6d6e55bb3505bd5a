import type { Run } from '../../../engine/trace/open-run.ts';
import { markStep } from '../playhead.ts';
import { layLongRun } from './read-long-run.ts';
import { RunWindow } from './run-window.ts';

/**
 * Draws a long run that is compared with another run: the part around the marked step, or around the end, under an overview of the whole
 * in which the reader can go elsewhere. The run has no player, and the mark stays at its step.
 *
 * @param id unique on the page
 */
export async function drawSide(
  picture: Element,
  run: Run,
  { id, title, marked }: { readonly id: string; readonly title: string; readonly marked: number | undefined },
): Promise<void> {
  const laid = await layLongRun(run);
  let seen = marked ?? run.steps.length;
  const look = (): void => {
    drawn.bring(seen);
    drawn.show();
    drawn.keepPlace();
    markStep(picture, drawn.skeleton, marked ?? 0, seen);
  };
  const drawn = new RunWindow({ picture, id, title, axis: 'step' }, run, laid, look);
  // The stage listens around this element, and would take these events for its own.
  for (const type of ['input', 'keydown'] as const)
    drawn.overview.addEventListener(type, (event) => {
      event.stopPropagation();
      if (type === 'keydown' || !(event.target instanceof HTMLInputElement)) return;
      seen = event.target.valueAsNumber;
      look();
    });
  look();
}
