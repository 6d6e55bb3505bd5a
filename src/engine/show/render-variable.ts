import { escapeMarkup } from '../timeline/escape-markup.ts';
import type { Run } from '../trace/open-run.ts';
import { formatValue } from '../trace/variables/format-value.ts';
import { nameCall } from '../trace/variables/name-call.ts';
import { readValue } from '../trace/variables/read-value.ts';
import { findLast } from '../trace/variables/read-variables.ts';

/** A step at which a variable got a value, and that value; null if the variable was deleted or its block ended. */
type Setting = { readonly step: number; readonly value: string | null };

/** How a variable of a frame got its value. */
export type VariableHistory = {
  readonly name: string;
  /** `fibonacci(below=4)` */
  readonly call: string;
  /** Its value at the step, or null. */
  readonly value: string | null;
  /** The step that set that value, or 0. */
  readonly setAt: number;
  /** All steps that set it, in order. */
  readonly settings: readonly Setting[];
};

/** Returns what a variable of a frame holds at a step, and all the steps that set it. */
export function tellVariable(run: Run, step: number, frame: number, name: string): VariableHistory {
  const { variables, trace } = run;
  const { seq } = run.stateAt(step);
  const changes = variables.historiesOf(frame).find((history) => history.name === name)?.changes ?? [];
  const write = (reference: number | null, at: number): string | null =>
    reference === null ? null : formatValue(readValue(variables, reference, at), trace.language);
  const last = findLast(changes, seq);
  return {
    name,
    call: nameCall(run, frame),
    value: last === undefined ? null : write(last.value, seq),
    setAt: last === undefined ? 0 : run.findStep(last.seq),
    settings: changes.map((change) => ({ step: run.findStep(change.seq), value: write(change.value, change.seq) })),
  };
}

/** How many steps are listed around the current one. */
const mostSettings = 12;

/** Returns the same as HTML, with a link to each step: `#think:12`. */
export function renderVariable(run: Run, step: number, frame: number, name: string, demo: string): string {
  const { call, value, setAt, settings } = tellVariable(run, step, frame, name);
  const current = settings.findLastIndex((setting) => setting.step === setAt);
  const from = Math.max(0, Math.min(current - mostSettings / 2, settings.length - mostSettings));
  const items = settings.slice(from, from + mostSettings).map((setting, at) => {
    const mark = from + at === current ? ' aria-current="true"' : '';
    const link = `<a href="#${escapeMarkup(demo)}:${setting.step}" data-step="${setting.step}"${mark}>step ${setting.step}</a>`;
    return `<li>${link} <code>${escapeMarkup(setting.value ?? 'gone')}</code></li>`;
  });
  const more = settings.length - items.length;
  const rest = more === 0 ? '' : `<p>and ${more} more</p>`;
  const now = value === null ? 'has no value at this step' : `is <code>${escapeMarkup(value)}</code>`;
  return (
    `<p><code>${escapeMarkup(name)}</code> in <code>${escapeMarkup(call)}</code> ${now}.</p>` +
    (items.length === 0 ? '' : `<p>Set in:</p><ul>${items.join('')}</ul>${rest}`)
  );
}
