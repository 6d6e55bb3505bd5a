import { heedsChance } from '../../engine/run/heeds-chance.ts';
import type { BenchParts } from './bench-parts.ts';
import type { OpenProgram } from './open-program.ts';

/** What of its runs decides which buttons there are. */
type RunState = {
  readonly isRunning: boolean;
  /** Whether there is a run that Run again can be like. */
  readonly hasRun: boolean;
};

/** Shows what the buttons offer, and whether the drawing is of another text than the one in the editor. */
export function showBenchState(parts: BenchParts, program: OpenProgram, { isRunning, hasRun }: RunState): void {
  const { host, runPane } = parts;
  const { language, text, shown, stock } = program;
  const isStale = shown !== undefined && shown.source !== text;
  runPane.toggleAttribute('data-stale', isStale);
  const note = runPane.querySelector<HTMLElement>('.stale');
  if (note !== null) note.hidden = !isStale;
  host.toggleAttribute('data-running', isRunning);
  showButton(host, 'stop', isRunning);
  showButton(host, 'again', !isRunning && !isStale && hasRun && heedsChance(language, text));
  showButton(host, 'original', stock !== undefined && text !== stock);
}

function showButton(host: HTMLElement, name: string, visible: boolean): void {
  for (const button of host.querySelectorAll<HTMLElement>(`[data-bench="${name}"]`)) {
    // Where a hidden button had the focus, the keyboard would be back at the start of the page.
    if (!visible && document.activeElement === button) host.querySelector<HTMLElement>('[data-bench="run"]')?.focus();
    button.hidden = !visible;
  }
}
