/** One figure of the built site, and its limit. */
export type Measure = {
  /** What was measured: a page, a press. */
  readonly subject: string;
  readonly name: string;
  readonly value: number;
  readonly unit: 'points' | 'bytes' | 'ms' | 'shift' | 'faults' | 'MB';
  readonly limit: number;
  readonly bound: 'at most' | 'at least';
  /** For a figure over its budget: what causes it, one on each line. */
  readonly because?: readonly string[];
};

/** Whether a figure is within its budget. */
export function isWithin({ value, limit, bound }: Measure): boolean {
  return bound === 'at most' ? value <= limit : value >= limit;
}

/** Returns a value in readable form: `12.3 kB`, `1.24 s`, `100`. */
export function formatFigure(value: number, unit: Measure['unit']): string {
  switch (unit) {
    case 'bytes':
      return `${(value / 1000).toFixed(1)} kB`;
    case 'ms':
      return value < 1000 ? `${value < 20 ? round(value) : Math.round(value)} ms` : `${(value / 1000).toFixed(2)} s`;
    case 'MB':
      return `${value.toFixed(1)} MB`;
    case 'shift':
      return value.toFixed(3);
    case 'points':
    case 'faults':
      return String(value);
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Reads measures that another run wrote.
 *
 * @throws where the text is not a list of measures
 */
export function parseMeasures(text: string, file: string): readonly Measure[] {
  const data: unknown = JSON.parse(text);
  if (!Array.isArray(data) || !data.every(isMeasure)) {
    throw new Error(`Expected a list of measures in ${file}, but got something else. Write it with: npm run budgets`);
  }
  return data;
}

function isMeasure(data: unknown): data is Measure {
  const { subject, name, value, limit } = (data ?? {}) as Record<string, unknown>;
  return (
    typeof subject === 'string' && typeof name === 'string' && typeof value === 'number' && typeof limit === 'number'
  );
}
