import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';
import { tellSteps } from './tell-steps.ts';

describe('generators-or-coroutines', () => {
  it('the steps that the text names are as it says', () => {
    const machine = tellSteps('generators-or-coroutines/one-machine');
    expect(machine(3)).toContain("through stock('tea') to the program, and both suspend");
    expect(machine(11)).toContain("through newStock('tea') to the program, and both suspend");
    expect(machine(20)).toContain('prints “row: how many tea?”');
    const late = tellSteps('generators-or-coroutines/found-late');
    expect(late(7)).toContain('orders = undefined');
    const backs = tellSteps('generators-or-coroutines/what-comes-back');
    expect(backs(4)).toContain('for one iteration');
    expect(backs(9)).toContain('It cannot wait for what was yielded');
  });

  it('last-yield: the order fails after the card is charged, and the new one is shipped', () => {
    const { lines, steps } = tellRun('generators-or-coroutines/last-yield');
    expect(lines).toEqual([
      '2 s: order: card charged',
      '2 s: new order: card charged',
      '2 s: new order: shipped, 3 were left',
    ]);
    expect(steps.filter((step) => step.includes('rder(')).slice(-2)).toEqual([
      expect.stringContaining("newOrder('tea') runs"),
      expect.stringContaining("newOrder('tea') returned"),
    ]);
    expect(steps.some((step) => /: order\('tea'\) raised/.test(step))).toBe(true);
  });

  it('yield from 3 fails in that line', async () => {
    const program = ['def order():', '    left = yield from 3', 'def main():', '    next(order())'];
    expect(await runPython(...program)).toEqual(["TypeError: 'int' object is not iterable"]);
  });

  it('one-machine: send drives a marked generator and a coroutine alike, and a for loop takes the request', () => {
    const { lines, moves } = tellFrames('generators-or-coroutines/one-machine');
    expect(lines).toEqual([
      'it asks: how many tea?',
      'result: 3',
      'it asks: how many tea?',
      'result: 3',
      'row: how many tea?',
    ]);
    expect(moves.filter((move) => move.startsWith('program → stock: next'))).not.toEqual([]);
  });

  it('a for loop over the coroutine of an async def is refused', async () => {
    const program = [
      'async def stock(): pass',
      'def main():',
      '    made = stock()',
      '    made.close()',
      '    for row in made: pass',
    ];
    expect(await runPython(...program)).toEqual(["TypeError: 'coroutine' object is not iterable"]);
  });

  it('a generator that is not marked can be neither awaited nor gathered', async () => {
    const program = (line: string): string[] => [
      'import asyncio',
      'def order(): yield from asyncio.sleep(0)',
      'async def main():',
      `    ${line}`,
    ];
    expect(await runPython(...program('await order()'))).toEqual(["TypeError: 'generator' object can't be awaited"]);
    expect(await runPython(...program('await asyncio.gather(order())'))).toEqual([
      'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
    ]);
  });

  it('forgotten: 70 is left after one wait of 1 s', () => {
    const { lines, trace } = tellRun('generators-or-coroutines/forgotten');
    expect(lines).toEqual(['1 s: paid 30', '1 s: left: 70']);
    expect(trace.outcome.kind).toBe('finished');
  });

  it('found-late: await fails at 0 s before it has waited, yield from at 2 s', () => {
    const { lines, steps } = tellRun('generators-or-coroutines/found-late');
    expect(lines).toEqual(['0 s: report: cover page sent']);
    expect(steps.filter((step) => step.endsWith(' raised'))).toEqual([
      expect.stringContaining(" 0 s: newReport('Ada') raised"),
      expect.stringContaining(" 2 s: report('Ada') raised"),
    ]);
  });

  it('await refuses a list, in the words that the article quotes', async () => {
    expect(await runPython('async def main():', '    await []')).toEqual(["TypeError: 'list' object can't be awaited"]);
  });

  it('what-comes-back: main suspends for each None and for the first letter', () => {
    const { lines, trace } = tellRun('generators-or-coroutines/what-comes-back');
    expect(lines).toEqual([
      '0 s: no orders: goes through as None',
      '0 s: two empty rows: goes through as None',
      '0 s: an order number: fails',
      '0 s: a count: fails',
    ]);
    expect(trace.events.filter(({ kind }) => kind === 'step-begins')).toHaveLength(1 + 3);
  });

  it.each([
    ['""', 'through: None'],
    ['{}', 'through: None'],
    ['[1, 2]', 'RuntimeError: Task got bad yield: 1'],
    ['(n for n in (7,))', 'RuntimeError: Task got bad yield: 7'],
    ['5', "TypeError: 'int' object is not iterable"],
    ['new()', 'through: new'],
    ['done()', 'through: done'],
  ])('under a task, yield from %s gives what the table says', async (value, result) => {
    const program = [
      'import asyncio, types',
      'async def new(): return "new"',
      'def done():',
      '    future = asyncio.get_running_loop().create_future()',
      '    asyncio.get_running_loop().call_later(0, future.set_result, "done")',
      '    return future',
      '@types.coroutine',
      'def delegate(make):',
      '    return (yield from make())',
      'async def main():',
      `    print("through:", await delegate(lambda: ${value}))`,
    ];
    expect((await runPython(...program)).at(-1)?.replace('0 s: ', '')).toBe(result);
  });

  it('sold-out: the coroutine object is true, so the order is shipped at 0 s', () => {
    const { lines } = tellRun('generators-or-coroutines/sold-out');
    expect(lines).toEqual(['0 s: order: ink shipped', '1 s: checked order: ink is sold out']);
  });
});
