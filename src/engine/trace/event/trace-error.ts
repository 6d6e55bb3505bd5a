import type { Fault } from './check-shape.ts';

/** Something in a trace does not follow the format; the message says where. */
export class TraceError extends Error {
  override readonly name = 'TraceError';

  /** `where` is the part of the trace that was checked: `event 14`. */
  constructor(where: string, { path, expected, got }: Fault) {
    super(`${where}${path === '' ? '' : `, field "${path}"`}: Expected ${expected}, but got ${describeGot(got)}.`);
  }
}

function describeGot(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? String(value)
    : `a ${typeof value}`;
}
