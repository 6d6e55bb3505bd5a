import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Pin } from '../trace/pins/parse-pins.ts';
import type { Run } from '../trace/run.ts';
import { describeChanges } from '../trace/words/describe-changes.ts';
import { wordPins } from '../trace/words/describe-pins.ts';
import { describeEvent } from '../trace/words/describe-step.ts';

/**
 * Returns the steps of a run in words, as HTML list items that each link to the step, and say what it changes in the variables.
 *
 * @param name what the addresses of the demo's steps begin with: `#think:12`
 * @param part those after the first so many, up to so many; all unless given
 */
export function renderSteps(
  run: Run,
  name: string,
  pins: readonly Pin[] = [],
  part: readonly [from: number, to: number] = [0, run.steps.length],
): string {
  const hasChanges = part[1] - part[0] <= mostWithChanges;
  const pinned = wordPins(run, pins);
  return run.steps
    .slice(...part)
    .map(({ number }) => {
      const href = escapeMarkup(`#${name}:${number}`);
      const changes = hasChanges ? describeChanges(run, number, pinned) : '';
      const told = changes === '' ? '' : ` <span class="changes">${escapeMarkup(changes)}</span>`;
      return `<li><a href="${href}" data-step="${number}">${escapeMarkup(describeEvent(run, number))}</a>${told}</li>`;
    })
    .join('');
}

/** Of more steps at a time only the steps themselves are told, which is what there is time for. The cards have the variables of each. */
const mostWithChanges = 1000;
