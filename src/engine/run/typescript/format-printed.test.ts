import { format } from 'node:util';
import { Context, ContextVar, createTask, EventLoop, Lock, run, sleep } from '@yieldpoint/scheduler';
import { describe, expect, it } from 'vitest';
import { formatPrinted } from './format-printed.ts';
import { formatTable } from './format-table.ts';
import { createConsole, createConsoleState } from './program-console.ts';

class Point {
  readonly x = 1;
}

const user = new ContextVar<string[]>('user');
const context = new Context();
const setUser = context.run(() => user.set(['ada']));

describe('formatPrinted', () => {
  it.each<[readonly unknown[], string]>([
    [['total', 1.5, true, null, undefined, NaN, -0, 10n], 'total 1.5 true null undefined NaN -0 10n'],
    [[[1, 'a', [false]], { a: 1, 'b-c': 'x' }], "[1, 'a', [false]] {a: 1, 'b-c': 'x'}"],
    [[new Map([['k', { a: [1] }]]), new Set([1])], "Map(1) {'k' => {a: [1]}} Set(1) {1}"],
    [[[undefined, , 3]], '[undefined, empty, 3]'],
    [
      [new Point(), Point, () => 1, Symbol('s'), /x/g],
      'Point {x: 1} [class Point] [Function (anonymous)] Symbol(s) /x/g',
    ],
    [["it's", ["it's"]], `it's ["it's"]`],
    [[new Error('e'), [new RangeError('far')]], 'Error: e [RangeError: far]'],
    [[[[[[[[1]]]]]]], '[[[[[[Array(1)]]]]]]'],
    [[new Date(0), new Uint8Array(2)], '1970-01-01T00:00:00.000Z Uint8Array(2) [0, 0]'],
    [[new Lock(), new EventLoop()], 'Lock {} EventLoop {}'],
    [
      [user, setUser, context],
      "ContextVar {name: 'user'} Token {var: 'user'} Context(1) {ContextVar {name: 'user'} => ['ada']}",
    ],
    [[Promise.resolve(1), Object.create(null)], 'Promise {<pending>} [Object: null prototype] {}'],
    [[], ''],
  ])('prints %o', (values, text) => {
    expect(formatPrinted(values)).toBe(text);
  });

  it.each<readonly unknown[]>([
    ['%s is %d', 'x', 5],
    ['%i %f %d', '42.9', '1.5', 7n],
    ['%s', 'a', 'b', 1],
    ['100%', 1],
    ['%d%% of %s', 5, 'all'],
    ['%s %s', 'only one'],
    ['%j', 5],
    ['%cred', 'color: red'],
    ['a', '%s', 1],
  ])('handles format directives like Node: %j', (...values) => {
    expect(formatPrinted(values)).toBe(format(...values));
  });

  it('names the objects of the scheduler', () => {
    const [task, coroutine] = run(
      (function* () {
        const task = createTask(sleep(1), { name: 'nap' });
        const text = formatPrinted([task]);
        yield* task;
        return [`${text} ${formatPrinted([task])}`, formatPrinted([sleep(1)])] as const;
      })(),
    );
    expect(task).toBe("Task {name: 'nap', state: 'pending'} Task {name: 'nap', state: 'done'}");
    expect(coroutine).toBe("Coroutine {function: 'sleep'}");
  });

  it('calls no getter, follows no cycle and stops at a limit', () => {
    const calls: string[] = [];
    const circle: Record<string, unknown> = {
      get now() {
        calls.push('called');
        return 1;
      },
    };
    circle['self'] = circle;
    expect(formatPrinted([circle])).toBe('{now: [Getter], self: [Circular]}');
    expect(calls).toEqual([]);
    expect(formatPrinted([Array.from({ length: 1000 }, (_, n) => n)])).toMatch(/, 99, … 900 more\]$/);
    expect(formatPrinted([new Array(1e9)]).length).toBeLessThan(50);
  });
});

describe('formatTable', () => {
  it('draws rows and columns like Node', () => {
    expect(formatTable([{ a: 1, b: 'x' }, { a: 2 }])).toBe(
      [
        '┌─────────┬───┬─────┐',
        '│ (index) │ a │ b   │',
        '├─────────┼───┼─────┤',
        "│ 0       │ 1 │ 'x' │",
        '│ 1       │ 2 │     │',
        '└─────────┴───┴─────┘',
      ].join('\n'),
    );
    expect(formatTable({ x: { a: 1 }, y: 2 })).toContain('│ y       │   │ 2      │');
    expect(formatTable(new Map([['k', 1]]))).toContain("│ 0                 │ 'k' │ 1      │");
    expect(formatTable([{ a: 1, b: 2 }], ['b'])).not.toContain(' a ');
  });

  it('has no table for a value without rows', () => {
    expect(formatTable(5)).toBeUndefined();
  });
});

it('provides the groups, counts, times and assertions of JavaScript’s console', () => {
  const lines: string[] = [];
  let time = 0;
  const console = createConsole(
    (text) => lines.push(text),
    createConsoleState(String, () => time),
  );
  console.group('outer');
  console.log('a\nb');
  console.groupEnd();
  console.count();
  console.count('x');
  console.count();
  console.time('t');
  time = 1.5;
  console.timeEnd('t');
  console.assert(true, 'fine');
  console.assert(false, 'not %s', 'fine');
  console.table(5);
  console.dir({ a: 1 });
  console.log();
  expect(lines).toEqual([
    'outer',
    '  a',
    '  b',
    'default: 1',
    'x: 1',
    'default: 2',
    't: 1500 ms',
    'Assertion failed: not fine',
    '5',
    '{a: 1}',
    '',
  ]);
});
