import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Pin } from '../trace/pins/parse-pins.ts';
import type { Run } from '../trace/open-run.ts';
import { describeChanges } from '../trace/words/describe-changes.ts';
import { wordPins } from '../trace/words/describe-pins.ts';
import { describeEvent } from '../trace/words/describe-step.ts';

/** What opens the steps of a run in words. */
export const titleSteps = ({ steps }: Run): string =>
  `The run as text, ${steps.length} step${steps.length === 1 ? '' : 's'}`;

/**
 * Returns the steps of a run in words, as HTML list items that say which variables a step changes.
 *
 * @param part a range of steps, from one number to another; all unless given
 * @param name the demo's name, if the items are to link to the steps: `#think:12`. A page goes without the addresses of a whole run, which
 *   `WholeTexts` adds: they lead nowhere without a script.
 */
export function renderSteps(
  run: Run,
  pins: readonly Pin[] = [],
  part: readonly [from: number, to: number] = [0, run.steps.length],
  name?: string,
): string {
  const hasChanges = part[1] - part[0] <= mostWithChanges;
  const pinned = wordPins(run, pins);
  return run.steps
    .slice(...part)
    .map(({ number }) => {
      const href = name === undefined ? '' : ` href="${escapeMarkup(`#${name}:${number}`)}"`;
      const changes = hasChanges ? describeChanges(run, number, pinned) : '';
      const told = changes === '' ? '' : ` <span class="changes">${escapeMarkup(changes)}</span>`;
      return `<li><a${href}>${escapeMarkup(describeEvent(run, number))}</a>${told}</li>`;
    })
    .join('');
}

/**
 * If more steps than this are asked for at a time, changes of variables are left out, because there is no time for them. The cards
 * show the variables of each step.
 */
const mostWithChanges = 1000;
