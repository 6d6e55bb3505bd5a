import { functionName } from './tasks/coroutine-name.ts';

/** @internal Names a value in an error message: short, and never throwing. */
export function nameValue(value: unknown): string {
  switch (typeof value) {
    case 'function':
      return value.name === '' ? 'a function' : `the function '${value.name}'`;
    case 'string':
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return 'an array';
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === 'Promise') return 'a native promise';
  const { [functionName]: coroutine } = value as { [functionName]?: unknown };
  if (typeof coroutine === 'string') return `the coroutine '${coroutine}'`;
  if (tag === 'Generator') return 'a generator';
  const { constructor } = value as { constructor?: { name?: unknown } };
  const name = typeof constructor?.name === 'string' && constructor.name !== '' ? constructor.name : 'Object';
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** @internal The hint for the most common mistake, or an empty text. */
export function callHint(value: unknown): string {
  return typeof value === 'function' ? ' Did you forget to call it?' : '';
}

/** @internal Any value as text. */
export function toText(value: unknown): string {
  return String(value);
}
