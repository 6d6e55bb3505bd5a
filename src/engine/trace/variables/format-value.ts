import type { Trace } from '../event/events.ts';
import type { Value } from './read-value.ts';

const longest = 60;

/**
 * Returns a value on one line as its language writes it: `[1, 2]`, `{'tea': 3}`, `deque(['a'])`, `Account(balance=5)` in Python;
 * `{ tea: 3 }`, `Map { 'a' => 1 }`, `Account { balance: 5 }` in TypeScript; `<task tea>`, `<generator walk>` in both.
 *
 * @param most how many characters at most; a longer text ends in an ellipsis
 * @param adorn returns what to write for an object inside the value; gets the object as its language writes it
 */
export function formatValue(
  value: Value,
  language: Trace['language'],
  most = longest,
  adorn: (object: Formatted, text: string) => string = (_, text) => text,
): string {
  const write = language === 'python' ? formatPython : formatTypeScript;
  const inside: Format = (item) => (item.kind === 'text' ? item.text : adorn(item, write(item, inside)));
  const text = value.kind === 'text' ? value.text : write(value, inside);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

export type Formatted = Extract<Value, { kind: 'object' }>;

/** Writes a value that is inside another. */
type Format = (value: Value) => string;

function formatPython(value: Formatted, format: Format): string {
  const { form, type, entries, items } = value;
  if (value.isClosed && form !== 'opaque') return `<${type}>`;
  const list = (): string => join(value, items.map(format));
  switch (form) {
    case 'list':
      return type === 'list' ? `[${list()}]` : `${type}([${list()}])`;
    case 'tuple': {
      const inside = value.size === 1 ? `${list()},` : list();
      return type === 'tuple' ? `(${inside})` : `${type}(${inside})`;
    }
    case 'deque':
      return `${type}([${list()}])`;
    case 'set':
      if (type !== 'set') return `${type}(${value.size === 0 ? '' : `{${list()}}`})`;
      return value.size === 0 ? 'set()' : `{${list()}}`;
    case 'dict': {
      const inside = `{${join(
        value,
        entries.map(([key, item]) => `${format(key)}: ${format(item)}`),
      )}}`;
      return type === 'dict' ? inside : `${type}(${inside})`;
    }
    case 'instance':
      return `${type}(${join(
        value,
        entries.map(([key, item]) => `${format(key)}=${format(item)}`),
      )})`;
    default:
      return formatPart(value);
  }
}

function formatTypeScript(value: Formatted, format: Format): string {
  const { form, type, entries, items } = value;
  if (value.isClosed && form !== 'opaque') return `<${type}>`;
  const list = (): string => join(value, items.map(format));
  const fields = (): string =>
    braces(
      join(
        value,
        entries.map(([key, item]) => `${formatKey(format(key))}: ${format(item)}`),
      ),
    );
  switch (form) {
    case 'list':
    case 'tuple':
    case 'deque':
      return type === 'Array' ? `[${list()}]` : `${type} [${list()}]`;
    case 'set':
      return `${type} ${braces(list())}`;
    case 'dict':
      if (type === 'Object') return fields();
      return `${type} ${braces(
        join(
          value,
          entries.map(([key, item]) => `${format(key)} => ${format(item)}`),
        ),
      )}`;
    case 'instance':
      return `${type} ${fields()}`;
    default:
      return formatPart(value);
  }
}

const braces = (inside: string): string => (inside === '' ? '{}' : `{ ${inside} }`);

/** The key of a plain object has no quotes if the language allows that. */
function formatKey(text: string): string {
  return /^'[A-Za-z_$][\w$]*'$/.test(text) ? text.slice(1, -1) : text;
}

/** Parts of the run, and objects that are not opened. */
function formatPart({ form, type, label }: Formatted): string {
  if (form === 'opaque') return label === undefined ? `<${type}>` : `<${type} ${label}>`;
  return `<${form === 'async-generator' ? 'async generator' : form}${label === undefined ? '' : ` ${label}`}>`;
}

function join({ size }: Formatted, inside: readonly string[]): string {
  return (inside.length < size ? [...inside, '…'] : inside).join(', ');
}
