import { formatFigure, isWithin, type Measure } from './measure.ts';

/** Returns the table for a terminal: a line for each subject, with figures over budget marked and explained below the line. */
export function printMeasures(measures: readonly Measure[]): string {
  const subjects = Map.groupBy(measures, ({ subject }) => subject);
  const width = Math.max(...[...subjects.keys()].map(({ length }) => length));
  const lines = [...subjects].flatMap(([subject, own]) => {
    const over = own.filter((measure) => !isWithin(measure));
    const cells = own.map((measure) => {
      const value = `${measure.name} ${formatFigure(measure.value, measure.unit)}`;
      return isWithin(measure) ? value : `${value} (${measure.bound} ${formatFigure(measure.limit, measure.unit)})`;
    });
    return [
      `${over.length === 0 ? '✓' : '✗'} ${subject.padEnd(width)}  ${cells.join(' · ')}`,
      ...over.flatMap(({ name, because = [] }) => because.map((line) => `    ${name}: ${line}`)),
    ];
  });
  const over = measures.filter((measure) => !isWithin(measure)).length;
  return [...lines, `${measures.length} budgets, ${over} over`].join('\n');
}
