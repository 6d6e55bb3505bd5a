/** The beginning of every TypeScript program, after its imports. `show` spells values like the Python prelude. */
export const typescriptPrelude = `class Boom extends Error { name = 'Boom'; }

class Account {
  constructor(balance) {
    this.balance = balance;
    this.entries = [];
  }

  add(amount) {
    this.balance += amount;
    this.entries.push(amount);
    return this.balance;
  }
}

const show = (value) => {
  if (value === undefined || value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return value === Infinity ? 'inf' : String(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return '[' + value.map(show).join(', ') + ']';
  if (value instanceof Set) return '{' + [...value].map(show).join(', ') + '}';
  if (value instanceof Future) {
    const name = value instanceof Task ? value.getName() : 'Future';
    return '<' + name + ' ' + (value.cancelled() ? 'cancelled' : value.done() ? 'done' : 'pending') + '>';
  }
  if (value instanceof ExceptionGroup) return 'ExceptionGroup(' + value.exceptions.map(show).join(', ') + ')';
  if (value instanceof Error) {
    const text = value instanceof Boom || value instanceof CancelledError ? value.message : '';
    return value.name + '(' + text + ')';
  }
  if (value instanceof Context) {
    return '{' + [...value.entries()].map(([variable, item]) => variable.name + ': ' + show(item)).sort().join(', ') + '}';
  }
  if (value === Token.MISSING) return 'MISSING';
  if ('done' in value && 'pending' in value) return show([value.done, value.pending]);
  return value.constructor.name;
};

const log = (...values) => console.log(values.map(show).join(' '));

// What nobody looked at is not part of the program's output: CPython tells when it collects it.
const handler = (loop, context) => {
  if (!/never retrieved|was destroyed/.test(context.message)) log('handler', context.exception, ...[copyContext()].filter(({ size }) => size > 0));
};

const finished = (loop) => {
  const future = loop.createFuture();
  future.setResult(undefined);
  return future;
};

// In the async style, as in all of JavaScript, any value can be awaited.
const awaitable = (value) => {
  if (value === undefined) throw new TypeError('Expected something to wait for, but got nothing.');
  return value;
};
`;

/** What the prelude imports. */
export const preludeImports = [
  'CancelledError',
  'Context',
  'ExceptionGroup',
  'Future',
  'Task',
  'Token',
  'copyContext',
  'getRunningLoop',
] as const;
