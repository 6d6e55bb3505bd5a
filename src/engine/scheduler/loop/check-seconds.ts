import { nameValue } from '../name-value.ts';

/** @internal @throws RangeError unless `seconds` is a number (NaN is not). */
export function checkSeconds(what: string, seconds: unknown): void {
  if (typeof seconds !== 'number' || Number.isNaN(seconds)) {
    throw new RangeError(`Expected a ${what} in seconds, but got ${nameValue(seconds)}.`);
  }
}
