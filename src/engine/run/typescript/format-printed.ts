import { describeThrown, inspectValue } from './inspect-value.ts';

/** Writes an error that is printed by itself: name, message and where it comes from. */
export type ErrorFormat = (error: Error) => string;

/**
 * Returns what `console.log` prints for these values: directives of a format in the first (`%s %d %i %f %j %o %O %c %%`), a space
 * between all others; texts as they are, errors with their stack.
 *
 * @see https://console.spec.whatwg.org/#formatter
 */
export function formatPrinted(values: readonly unknown[], ofError: ErrorFormat = describeThrown): string {
  const show = (value: unknown): string =>
    typeof value === 'string' ? value : value instanceof Error ? ofError(value) : inspectValue(value);
  const [format, ...rest] = values;
  if (typeof format !== 'string' || rest.length === 0 || !format.includes('%')) return values.map(show).join(' ');
  const left = [...rest];
  const first = format.replaceAll(/%([sdifjoOc%])/g, (directive, letter: string) => {
    if (letter === '%') return '%';
    return left.length === 0 ? directive : (directives[letter] ?? inspectValue)(left.shift());
  });
  return [first, ...left.map(show)].join(' ');
}

const directives: Readonly<Record<string, (value: unknown) => string>> = {
  s: (value) => (typeof value === 'string' ? value : inspectValue(value)),
  d: (value) => toNumber(value, Number),
  i: (value) => toNumber(value, (given) => Number.parseInt(String(given), 10)),
  f: (value) => toNumber(value, (given) => Number.parseFloat(String(given))),
  j: (value) => {
    try {
      const text: unknown = JSON.stringify(value);
      return typeof text === 'string' ? text : 'undefined';
    } catch {
      return '[Circular]';
    }
  },
  c: () => '',
};

function toNumber(value: unknown, read: (value: unknown) => number): string {
  if (typeof value === 'bigint') return `${value}n`;
  return typeof value === 'symbol' || typeof value === 'object' ? 'NaN' : inspectValue(read(value));
}
