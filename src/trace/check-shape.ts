/** Something in a trace is not what the format says; the message says where. */
export class TraceError extends Error {
  override readonly name = 'TraceError';

  constructor(where: string, expected: string, got: unknown) {
    super(`${where}: Expected ${expected}, but got ${describeGot(got)}.`);
  }
}

/** Throws a TraceError that begins with `where` when the value is not what it should be. */
export type Check = (value: unknown, where: string) => void;

/** A check for each field of an object; fields that are not named here are not allowed. */
export type Shape = Readonly<Record<string, Check>>;

function createCheck(expected: string, isRight: (value: unknown) => boolean): Check {
  return (value, where) => {
    if (!isRight(value)) throw new TraceError(where, expected, value);
  };
}

const isInteger = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least;
const isSeconds = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const text: Check = createCheck('a text', (value) => typeof value === 'string');
export const flag: Check = createCheck('true or false', (value) => typeof value === 'boolean');
export const count: Check = createCheck('a whole number from 0', (value) => isInteger(value, 0));
export const id: Check = createCheck('a whole number from 1', (value) => isInteger(value, 1));
export const seconds: Check = createCheck('a number of seconds', isSeconds);
export const deadline: Check = createCheck(
  'a number of seconds or null',
  (value) => value === null || isSeconds(value),
);

/** Allows null as well. */
export function orNull(check: Check): Check {
  return (value, where) => {
    if (value !== null) check(value, where);
  };
}

/** Allows the field to be missing, but not to be null. */
export function optional(check: Check): Check {
  return (value, where) => {
    if (value !== undefined) check(value, where);
  };
}

/** Allows these words only. */
export function oneOf(...words: readonly string[]): Check {
  const expected = words.map((word) => JSON.stringify(word)).join(' or ');
  return createCheck(expected, (value) => words.includes(value as string));
}

/** Allows an object with these fields only. */
export function object(shape: Shape): Check {
  return (value, where) => {
    checkFields(value, shape, where);
  };
}

/** Allows an array of such items. */
export function list(check: Check): Check {
  return (value, where) => {
    if (!Array.isArray(value)) throw new TraceError(where, 'an array', value);
    for (const [index, item] of value.entries()) check(item, `${where}[${index}]`);
  };
}

/** Checks every field of an object. @throws TraceError */
export function checkFields(value: unknown, shape: Shape, where: string): void {
  const fields = asObject(value, where);
  for (const [name, check] of Object.entries(shape)) check(fields[name], fieldOf(where, name));
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(shape, name)) throw new TraceError(fieldOf(where, name), 'no such field', fields[name]);
  }
}

/** Returns the value as an object whose fields can be looked at. @throws TraceError */
export function asObject(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TraceError(where, 'an object', value);
  return value as Readonly<Record<string, unknown>>;
}

/** `event 3` and `on` make `event 3, field "on"`; a field within a field is written with a point. */
function fieldOf(where: string, name: string): string {
  return where.endsWith('"') ? `${where.slice(0, -1)}.${name}"` : `${where}, field "${name}"`;
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
