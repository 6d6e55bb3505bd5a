import { CancelledError, Context, ContextVar } from '@yieldpoint/scheduler';
import { expect, it } from 'vitest';
import { describeValue } from './describe-value.ts';

const user = new ContextVar<string[]>('user');
const context = new Context();
const setUser = context.run(() => user.set(['ada']));
context.run(() => new ContextVar<null>('place').set(null));

class Skip extends RangeError {}
class Account {
  readonly balance = 1;
}
class Broken extends Error {
  override get name(): string {
    throw new Error('no name');
  }
}

it.each([
  [null, 'None'],
  [undefined, 'None'],
  [true, 'True'],
  [1, '1'],
  [0.1 + 0.2, '0.30000000000000004'],
  [NaN, 'nan'],
  [-Infinity, '-inf'],
  [12n, '12'],
  ['text', "'text'"],
  ["it's", `"it's"`],
  [`"it's"`, `'"it\\'s"'`],
  ['a\nb\\\u0007', "'a\\nb\\\\\\x07'"],
  [[1, 'a', null, [false]], "[1, 'a', None, [False]]"],
  [{ a: 1, b: { c: [] } }, "{'a': 1, 'b': {'c': []}}"],
  [new Map([['k', 1]]), "{'k': 1}"],
  [new Set([1, 2]), '{1, 2}'],
  [new Set(), 'set()'],
  [new RangeError('too far'), "RangeError('too far')"],
  [new Error(''), 'Error()'],
  [new Skip('this one'), "Skip('this one')"],
  [Object.assign(new Error('given'), { name: 'Named' }), "Named('given')"],
  [new CancelledError('stop'), "CancelledError('stop')"],
  [user, "<ContextVar name='user'>"],
  [setUser, "<Token var=<ContextVar name='user'>>"],
  [context, "{<ContextVar name='place'>: None, <ContextVar name='user'>: ['ada']}"],
  [new Context(), '{}'],
  [Account, '<class Account>'],
  [new Account(), '<Account>'],
  [describeValue, '<function describeValue>'],
  [(function* () {})(), '<generator>'],
  [Object.create(null), '{}'],
])('describes %o as %s', (value, text) => {
  expect(describeValue(value)).toBe(text);
});

it('limits items, depth and length', () => {
  expect(describeValue(Array.from({ length: 30 }, () => 0))).toBe(`[${'0, '.repeat(20)}...]`);
  expect(describeValue([[[[[[[1]]]]]]])).toBe('[[[[[[...]]]]]]');
  expect(describeValue('x'.repeat(500))).toBe(`'${'x'.repeat(198)}…`);
  const wide = (depth: number): unknown => (depth === 0 ? 0 : Array.from({ length: 20 }, () => wide(depth - 1)));
  expect(describeValue([[wide(2)], wide(3)])).toHaveLength(200);
});

it('survives values that refer to themselves or cannot be read', () => {
  const loop: unknown[] = [];
  loop.push(loop);
  expect(describeValue(loop)).toBe('[[[[[[...]]]]]]');
  expect(describeValue(new Broken('x'))).toBe("Broken('x')");
});

it('omits a getter, and calls none', () => {
  const calls: string[] = [];
  const value = {
    get now() {
      calls.push('called');
      return 1;
    },
  };
  expect(describeValue(value)).toBe('{}');
  expect(calls).toEqual([]);
});
