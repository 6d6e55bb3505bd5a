import { inspectValue } from './inspect-value.ts';

const mostRows = 1000;

/**
 * Returns `console.table` of a value as the lines of a table; undefined for a value without rows, which is logged instead.
 *
 * @param columns the fields to show; all unless given
 */
export function formatTable(data: unknown, columns?: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const isMap = data instanceof Map;
  const entries: (readonly [string, unknown])[] = isMap
    ? [...data.entries()].map(([key, value], index) => [
        String(index),
        { Key: key as unknown, Values: value as unknown },
      ])
    : data instanceof Set
      ? [...data].map((value: unknown, index) => [String(index), value])
      : Object.entries(data);
  const shown = entries.slice(0, mostRows);
  const chosen = Array.isArray(columns) ? columns.map(String) : undefined;
  const fields = chosen ?? [...new Set(shown.flatMap(([, row]) => (isRow(row) ? Object.keys(row) : [])))];
  const hasValues = chosen === undefined && shown.some(([, row]) => !isRow(row));
  const index = isMap || data instanceof Set ? '(iteration index)' : '(index)';
  const head = [index, ...fields, ...(hasValues ? ['Values'] : [])];
  const rows = shown.map(([key, row]) => [
    key,
    ...fields.map((field) => (isRow(row) && Object.hasOwn(row, field) ? inspectValue(row[field]) : '')),
    ...(hasValues ? [isRow(row) ? '' : inspectValue(row)] : []),
  ]);
  return drawTable(head, rows);
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function drawTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), title.length),
  );
  const line = (cells: readonly string[]): string =>
    `│ ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' │ ')} │`;
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  return [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤'), ...rows.map(line), rule('└', '┴', '┘')].join('\n');
}
