import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Pin } from '../trace/pins/parse-pins.ts';
import type { Run } from '../trace/run.ts';
import { describeChanges } from '../trace/words/describe-changes.ts';
import { wordPins } from '../trace/words/describe-pins.ts';
import { describeEvent } from '../trace/words/describe-step.ts';

/**
 * Returns the steps of a run in words, as HTML list items that link to the step and say which variables it changes.
 *
 * @param name the demo's name, with which the addresses of its steps begin: `#think:12`
 * @param part a range of steps, from one number to another; all unless given
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

/**
 * If more steps than this are asked for at a time, changes of variables are left out, because there is no time for them. The cards
 * show the variables of each step.
 */
const mostWithChanges = 1000;
