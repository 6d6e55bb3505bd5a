/**
 * A template tag for SVG text. Numbers are rounded to a tenth of a pixel, so that the same geometry always gives the same text.
 * Strings are inserted unchanged, so they must be markup or escaped.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly (number | string)[]): string {
  return String.raw({ raw: parts }, ...values.map((value) => (typeof value === 'number' ? round(value) : value)));
}

const round = (length: number): number => Math.round(length * 10) / 10;
