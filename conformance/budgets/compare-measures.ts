import { formatFigure, isWithin, type Measure } from './measure.ts';

/** Times differ by this share between runs of the same site on one machine; smaller differences are not shown. */
const noise = 0.25;

/**
 * Returns the differences between two sets of measures as Markdown: a table with a row for each figure that changed, and for those
 * over budget.
 *
 * @param before the measures to compare with, such as those of the main branch
 */
export function compareMeasures(before: readonly Measure[], after: readonly Measure[]): string {
  const old = new Map(before.map((measure) => [nameOf(measure), measure]));
  const rows = after.flatMap((measure) => {
    const previous = old.get(nameOf(measure));
    const isOver = !isWithin(measure);
    if (previous !== undefined && !hasChanged(previous.value, measure) && !isOver) return [];
    const { subject, name, value, unit, limit, bound } = measure;
    const cells = [
      `${subject}: ${name}`,
      previous === undefined ? 'new' : formatFigure(previous.value, unit),
      formatFigure(value, unit),
      previous === undefined ? '' : difference(previous.value, measure),
      `${bound} ${formatFigure(limit, unit)}${isOver ? ' ✗' : ''}`,
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  const gone = [...old].filter(([name]) => !after.some((measure) => nameOf(measure) === name));
  const over = after.filter((measure) => !isWithin(measure)).length;
  return [
    '## Budgets',
    '',
    `${after.length} measured, ${over} over budget, ${rows.length === 0 ? 'none changed' : 'these changed or are over'}.`,
    ...(rows.length === 0
      ? []
      : ['', '| | before | now | difference | budget |', '| --- | ---: | ---: | ---: | ---: |']),
    ...rows,
    ...(gone.length === 0 ? [] : ['', `No longer measured: ${gone.map(([name]) => name).join(', ')}.`]),
    '',
    `Times are told only where they differ by more than ${noise * 100} %.`,
    '',
  ].join('\n');
}

function nameOf({ subject, name }: Measure): string {
  return `${subject}: ${name}`;
}

function hasChanged(before: number, { value, unit }: Measure): boolean {
  const change = Math.abs(value - before);
  if (unit === 'ms') return change > Math.max(before * noise, 5);
  return unit === 'MB' ? change > 1 : change > 0;
}

function difference(before: number, { value, unit }: Measure): string {
  const change = value - before;
  return `${change < 0 ? '−' : '+'}${formatFigure(Math.abs(change), unit)}`;
}
