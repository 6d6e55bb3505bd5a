import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Run } from '../trace/run.ts';
import { describeEvent } from '../trace/words/describe-step.ts';

/**
 * Returns the steps of a run in words, as HTML list items that each link to the step.
 *
 * @param name what the addresses of the demo's steps begin with: `#think:12`
 */
export function renderSteps(run: Run, name: string): string {
  return run.steps
    .map(({ number }) => {
      const href = escapeMarkup(`#${name}:${number}`);
      return `<li><a href="${href}" data-step="${number}">${escapeMarkup(describeEvent(run, number))}</a></li>`;
    })
    .join('');
}
