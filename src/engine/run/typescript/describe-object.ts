import * as scheduler from '@yieldpoint/scheduler';
import { variableLimits } from '../../trace/event/variables.ts';
import { clip, quote } from './quote.ts';
import { readClassName, functionText, listPrototypes, readField, readName } from './read-without-running.ts';
import { isProxy } from './watch-proxies.ts';

const { ContextVar, Token } = scheduler;

/** The text of a value that cannot change and contains nothing; undefined for an object. */
export function describePrimitive(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return describeText(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : `${value}`;
    case 'bigint':
      return clip(value > longestInt || value < -longestInt ? '<bigint>' : `${value}n`);
    case 'boolean':
    case 'undefined':
      return `${value}`;
    case 'symbol':
      return clip(`Symbol(${value.description ?? ''})`);
    case 'function':
      return isProxy(value) ? '<Proxy>' : describeFunction(value);
    case 'object':
      return value === null ? 'null' : undefined;
  }
}

const longestInt = 10n ** 180n;

function describeText(value: string): string {
  const text = quote(value.length > variableLimits.text ? value.slice(0, variableLimits.text) : value);
  return value.length > variableLimits.text || text.length > variableLimits.text
    ? `${text.slice(0, variableLimits.text - 1)}…`
    : text;
}

const functions = new WeakMap<object, string>();

/** The text of a function that is not a proxy. */
export function describeFunction(value: object): string {
  const known = functions.get(value);
  if (known !== undefined) return known;
  const isClass = functionText(value).startsWith('class');
  const text = `<${isClass ? 'class' : 'function'} ${readName(value) ?? '<anonymous>'}>`;
  functions.set(value, text);
  return text;
}

/** Whether a variable is only the name under which a function or class was declared. */
export function declares(name: string, value: unknown): boolean {
  return typeof value === 'function' && !isProxy(value) && readField(value, 'name') === name;
}

/**
 * Returns the text of an error, a proxy, or a context variable, because these have no content to show; undefined for other objects.
 *
 * @param show writes the error's message
 */
export function describeObject(value: object, show: (message: string) => string = describeText): string | undefined {
  if (isProxy(value)) return '<Proxy>';
  const prototypes = listPrototypes(value);
  if (prototypes.includes(ContextVar.prototype)) return describeContextVar(value);
  if (prototypes.includes(Token.prototype))
    return clip(`<Token var=${describeContextVar(readField(value, 'var') as object)}>`);
  if (!prototypes.includes(Error.prototype)) return undefined;
  const message = readField(value, 'message');
  return clip(`${errorNameOf(value)}(${typeof message === 'string' && message !== '' ? show(message) : ''})`);
}

function describeContextVar(variable: object): string {
  return clip(`<ContextVar name=${describeText(readField(variable, 'name') as string)}>`);
}

/** The name of an error: its own, one from its class, or the name of the class. */
function errorNameOf(error: object): string {
  const [prototype = error] = listPrototypes(error);
  for (const each of [error, prototype]) {
    const name = readField(each, 'name');
    if (typeof name === 'string') return clip(name);
  }
  return readClassName(error);
}
