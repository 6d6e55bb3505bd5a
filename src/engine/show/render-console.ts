import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Run } from '../trace/open-run.ts';
import { formatSeconds } from '../trace/words/format-seconds.ts';
import { readTerminal } from '../trace/words/read-terminal.ts';

/**
 * Returns the lines of a run's console as HTML list items: the clock, and the printed text or warning.
 *
 * @param part a range of lines, from one number to another; all unless given
 */
export function renderConsole({ lines }: Run, part: readonly [from: number, to: number] = [0, lines.length]): string {
  return lines
    .slice(...part)
    .map(({ seq, time, text, isWarning }) => {
      const attributes = `data-output="${seq}"${isWarning ? ' class="warning"' : ''}`;
      return `<li ${attributes}><span class="time">${formatSeconds(time)}</span> <samp>${renderLine(text)}</samp></li>`;
    })
    .join('');
}

/** Colors are classes: styles decide how each looks in either theme. */
function renderLine(line: string): string {
  return readTerminal(line)
    .map(({ text, styles }) => {
      const escaped = escapeMarkup(text);
      return styles.length === 0
        ? escaped
        : `<span class="${styles.map((style) => `in-${style}`).join(' ')}">${escaped}</span>`;
    })
    .join('');
}
