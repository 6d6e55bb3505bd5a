import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Run } from '../trace/run.ts';
import { formatSeconds } from '../trace/words/format-seconds.ts';

/** Returns the lines of a run's console as HTML list items: the clock, and what was printed or warned of. */
export function renderConsole({ lines }: Run): string {
  return lines
    .map(({ seq, time, text, isWarning }) => {
      const attributes = `data-output="${seq}"${isWarning ? ' class="warning"' : ''}`;
      return `<li ${attributes}><span class="time">${formatSeconds(time)}</span> <samp>${escapeMarkup(text)}</samp></li>`;
    })
    .join('');
}
