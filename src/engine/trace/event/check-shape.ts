/** A fault of a value: where in it (`on.id`, or an empty text for the value itself), what was expected, and what was there. */
export type Fault = { readonly path: string; readonly expected: string; readonly got: unknown };

/** Returns what is wrong with a value, or null. Only a fault costs more than reading the value. */
export type Check = (value: unknown) => Fault | null;

/** A check for each field of an object; other fields are not allowed. */
export type Shape = Readonly<Record<string, Check>>;

function createCheck(expected: string, isRight: (value: unknown) => boolean): Check {
  return (value) => (isRight(value) ? null : { path: '', expected, got: value });
}

const isInteger = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least;
const isSeconds = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const text: Check = createCheck('a text', (value) => typeof value === 'string');
export const flag: Check = createCheck('true or false', (value) => typeof value === 'boolean');
export const count: Check = createCheck('a whole number from 0', (value) => isInteger(value, 0));
/** For things that are numbered from 1 in a trace. No run comes near the largest number, and states are stored by such numbers. */
export const id: Check = createCheck(
  'a whole number from 1',
  (value) => isInteger(value, 1) && (value as number) < 2 ** 30,
);
export const seconds: Check = createCheck('a number of seconds', isSeconds);
export const integer: Check = createCheck('a whole number', Number.isSafeInteger);
/** A text of at most this many characters. */
export const textUpTo = (most: number): Check =>
  createCheck(`a text of at most ${most} characters`, (value) => typeof value === 'string' && value.length <= most);
/** A timer may be set for a time before the run. */
export const deadline: Check = createCheck(
  'a number of seconds or null',
  (value) => value === null || (typeof value === 'number' && Number.isFinite(value)),
);
export const array: Check = createCheck('an array', Array.isArray);

/** Also allows null. */
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);

/** Allows a missing field, but not null. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

/** Allows only these words. */
export function oneOf(...words: readonly string[]): Check {
  return createCheck(words.map((word) => JSON.stringify(word)).join(' or '), (value) =>
    words.includes(value as string),
  );
}

/** Allows an array of such items. */
export function list(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return array(value);
    for (const [index, item] of value.entries()) {
      const fault = check(item);
      if (fault) return { ...fault, path: joinPath(`[${index}]`, fault.path) };
    }
    return null;
  };
}

/** Allows an array of at most this many such items. */
export function listUpTo(most: number, check: Check): Check {
  const all = list(check);
  return (value) =>
    Array.isArray(value) && value.length > most
      ? { path: 'length', expected: `${most} or less`, got: value.length }
      : all(value);
}

/** Allows an array with one item for each of these checks, in their order. */
export function tuple(...checks: readonly Check[]): Check {
  return (value) => {
    if (!Array.isArray(value)) return array(value);
    if (value.length !== checks.length) return { path: 'length', expected: String(checks.length), got: value.length };
    for (const [index, check] of checks.entries()) {
      const fault = check(value[index]);
      if (fault) return { ...fault, path: joinPath(`[${index}]`, fault.path) };
    }
    return null;
  };
}

/** Allows an object with only these fields. */
export function object(shape: Shape): Check {
  const fields = Object.entries(shape);
  return (value) => {
    if (!isObject(value)) return { path: '', expected: 'an object', got: value };
    for (const [name, check] of fields) {
      const fault = check(value[name]);
      if (fault) return { ...fault, path: joinPath(name, fault.path) };
    }
    for (const name in value) {
      if (!Object.hasOwn(shape, name)) return { path: name, expected: 'no such field', got: value[name] };
    }
    return null;
  };
}

/** Whether a value is an object whose fields can be read. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const joinPath = (name: string, rest: string): string =>
  rest === '' || rest.startsWith('[') ? name + rest : `${name}.${rest}`;
