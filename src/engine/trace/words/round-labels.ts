const fewest = 3;
const withNumber = /^([\w. ]+)\((-?\d[\d.]*(?:e[-+]?\d+)?)\)$/;

/**
 * Returns a function that writes labels such as `sleep(0.7554288076538676)` with three digits, or with as many as are needed to
 * distinguish the numbers of the run. It does not change other labels.
 */
export function roundLabels(labels: Iterable<string>): (label: string) => string {
  const numbers = new Set<number>();
  for (const label of labels) {
    const number = withNumber.exec(label)?.[2];
    if (number !== undefined) numbers.add(Number(number));
  }
  const sorted = [...numbers].sort((a, b) => a - b);
  const rounded = new Map(sorted.map((number, index) => [number, round(number, sorted[index - 1], sorted[index + 1])]));
  return (label) => {
    const [, name = '', text = ''] = withNumber.exec(label) ?? [];
    const short = rounded.get(Number(text));
    return name === '' || short === undefined || short.length >= text.length ? label : `${name}(${short})`;
  };
}

/** Rounding preserves order, so only the next smaller and the next greater number can become equal. */
function round(number: number, ...neighbors: readonly (number | undefined)[]): string {
  for (let digits = fewest; digits < 17; digits += 1) {
    const short = cut(number, digits);
    if (neighbors.every((other) => other === undefined || cut(other, digits) !== short)) return String(short);
  }
  return String(number);
}

const cut = (number: number, digits: number): number => Number(number.toPrecision(digits));
