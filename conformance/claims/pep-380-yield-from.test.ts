import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';

const run = (name: string) => tellFrames(`pep-380-yield-from/${name}`);

describe('the article on yield from says of its programs', () => {
  it('moved: the rows go into report, and read_rows is asked by next', () => {
    const { lines, moves } = run('moved');
    expect(lines).toEqual([
      'read users',
      'users: row 1 is None',
      'read users',
      'users: row 2 is None',
      'report is sent',
      'no more requests',
    ]);
    expect(moves.filter((move) => move.startsWith('program → report'))).toEqual(
      ['next', 'send', 'send'].map((how) => `program → report: ${how}`),
    );
    expect(moves.filter((move) => move.startsWith('report → readRows'))).toEqual(
      ['next', 'next', 'next'].map((how) => `report → readRows: ${how}`),
    );
  });

  it('sent-on: the rows arrive, the error ends the report, and read_rows asks again', () => {
    const { lines, moves } = run('sent-on');
    expect(lines).toEqual([
      'read users',
      'read users',
      'report: Ada Grace',
      'no more requests',
      'read orders',
      'main: the report has failed',
      'source goes on: read orders',
    ]);
    expect(moves[moves.indexOf('program → report: throw') + 1]).toBe('report: raised');
    expect(moves).not.toContain('report → readRows: throw');
  });

  it('thrown-on: the error arrives in read_rows, and closing ends report alone', () => {
    const { lines, moves } = run('thrown-on');
    expect(lines.slice(-2)).toEqual(['main: the report is closed', 'orders: given back']);
    expect(moves).toContain('report → readRows: throw');
    expect(moves[moves.indexOf('program → report: close') + 1]).toBe('report: raised');
  });

  it('by-hand: read_rows is closed before report', () => {
    const { lines, moves } = run('by-hand');
    expect(lines.slice(-2)).toEqual(['orders: given back', 'main: the report is closed']);
    const closing = moves.slice(moves.indexOf('program → report: close'));
    expect(closing.slice(0, 2)).toEqual(['program → report: close', 'report → readRows: close']);
  });

  it('delegated: one line hands on what fourteen did', () => {
    const { lines, moves } = run('delegated');
    expect(lines).toEqual([
      'read users',
      'users: timed out, ask again',
      'read users',
      'read users',
      'users: given back',
      'report: Ada Grace',
      'no more requests',
      'read orders',
      'orders: given back',
      'main: the report is closed',
    ]);
    expect(moves).toContain('report → readRows: throw');
    expect(moves).toContain('report → readRows: close');
    const read = (name: string) => readFileSync(`content/articles/pep-380-yield-from/${name}.py`, 'utf8');
    const delegation = (name: string) =>
      /^def report\(source\):\n(.*?)^ {4}print/ms.exec(read(name))?.[1]?.trimEnd().split('\n');
    expect(delegation('by-hand')).toHaveLength(14);
    expect(delegation('delegated')).toHaveLength(1);
  });

  it.each(['three-levels', 'three-awaits'])(
    '%s: an answer goes down to ask, a result up one level at a time',
    (name) => {
      const { lines, moves } = run(name);
      expect(lines).toEqual(['Name?', 'Town?', 'How many nights?', 'booked: Ada of London, 3 nights']);
      expect(moves.filter((move) => move.endsWith('returned'))).toEqual([
        'ask: returned',
        'ask: returned',
        'person: returned',
        'ask: returned',
        'booking: returned',
      ]);
    },
  );

  it('transaction: the error reaches the second transaction only, and the first is closed', () => {
    const { lines, moves } = run('transaction');
    expect(lines).toEqual([
      'first: begin',
      'save hears: bad row',
      'second: begin',
      'second: roll back',
      'save hears: bad row',
    ]);
    expect(moves).toContain('looped → transaction: close');
    expect(moves).not.toContain('looped → transaction: throw');
    expect(moves).toContain('delegated → transaction: throw');
  });
});

describe('the article on yield from says of CPython', () => {
  const inner = ['def inner():', '    try:', '        yield', '    finally:', '        print("inner is closed")'];
  const outer = ['def outer(source):', '    for item in source:', '        yield item'];

  it.each([
    ['is suspended as before while something else holds it', ['    held = source'], ['0 s: main goes on']],
    ['is closed at once when nothing else holds it', [], ['0 s: inner is closed', '0 s: main goes on']],
  ])('after close on the loop, the inner generator %s', async (_, hold, printed) => {
    const main = ['def main():', '    source = inner()', '    looping = outer(source)', ...hold, '    del source'];
    const close = ['    next(looping)', '    looping.close()', '    print("main goes on")'];
    expect((await runPython(...inner, ...outer, ...main, ...close)).slice(0, printed.length)).toEqual(printed);
  });

  const list = [
    'def outer():',
    '    yield from ["a", "b"]',
    'def main():',
    '    delegating = outer()',
    '    print(next(delegating))',
  ];

  it.each([
    ['a value is sent', 'delegating.send(1)', "AttributeError: 'list_iterator' object has no attribute 'send'"],
    ['an error is thrown', 'delegating.throw(KeyError("gone"))', "KeyError: 'gone'"],
    ['None is sent', 'print(delegating.send(None))', '0 s: b'],
  ])('for a list, when %s, it does what the table says', async (_, line, result) => {
    expect(await runPython(...list, `    ${line}`)).toEqual(['0 s: a', result]);
  });

  it('closing the outer generator closes the inner one even if others hold it', async () => {
    const delegating = ['def outer(source):', '    yield from source', 'def main():', '    source = inner()'];
    const close = [
      '    delegating = outer(source)',
      '    next(delegating)',
      '    delegating.close()',
      '    print("main goes on")',
    ];
    expect(await runPython(...inner, ...delegating, ...close)).toEqual(['0 s: inner is closed', '0 s: main goes on']);
  });

  it('a primed generator takes the first next of yield from for its answer', async () => {
    const primed = [
      'def inner():',
      '    print((yield "first request"))',
      'def outer(source):',
      '    yield from source',
    ];
    const main = ['def main():', '    source = inner()', '    next(source)', '    next(outer(source), None)'];
    expect(await runPython(...primed, ...main)).toEqual(['0 s: None']);
  });

  it('KeyboardInterrupt, CancelledError and GeneratorExit are no Exception', async () => {
    const names = 'KeyboardInterrupt, asyncio.CancelledError, GeneratorExit';
    const program = [
      'import asyncio',
      'def main():',
      `    print(any(issubclass(each, Exception) for each in (${names})))`,
    ];
    expect(await runPython(...program)).toEqual(['0 s: False']);
  });
});
