import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`pep-492-async-await/${name}`);

describe('the article on async and await says of its programs', () => {
  it('both orders pass the check at 0 s, and both sell the one ticket at 1 s', () => {
    const { lines, steps } = run('last-ticket');
    expect(lines).toEqual(['1 s: Ada: a ticket, 0 left', '1 s: Grace: a ticket, -1 left']);
    expect(steps.filter((step) => step.startsWith('2,'))).toEqual([
      expect.stringContaining('2, 0 s: order'),
      expect.stringMatching(/order.* suspends$/),
      expect.stringContaining('2, 0 s: order'),
      expect.stringMatching(/order.* suspends$/),
    ]);
  });

  it('with a charge that answers at once the ticket is sold once', async () => {
    const source = readFileSync('content/articles/pep-492-async-await/last-ticket.py', 'utf8');
    const program = source.replace('await asyncio.sleep(1)', 'return');
    expect(program).not.toBe(source);
    expect(await runPython(...program.split('\n'))).toEqual(['0 s: Ada: a ticket, 0 left', '0 s: Grace: sold out']);
  });

  it('a ticket that is reserved before the wait is sold once, and comes back when the card is refused', () => {
    const { lines } = run('sold-once');
    expect(lines).toEqual([
      '0 s: Alan: sold out',
      '1 s: Ada: card refused, 1 left',
      '1 s: Grace: a ticket, 1 left',
      '2 s: Alan: a ticket, 0 left',
    ]);
  });

  it('the future comes out of the first send through two awaits, and a future that is done suspends nothing', () => {
    const { lines, moves } = tellFrames('pep-492-async-await/own-future');
    expect(lines).toEqual(['is it the reply? true', 'returned ADA', 'returned ADA']);
    expect(moves.filter((move) => move.includes('⇢'))).toHaveLength(3);
    expect(moves.filter((move) => move.endsWith('returned'))).toHaveLength(6);
  });

  it('the audit runs inside the first read and after the second', () => {
    const { numberedLines, steps, trace } = run('read-data');
    expect(numberedLines).toEqual([
      '2, 0 s: audit of read 1',
      '4, 2 s: read_data has 2 rows',
      '4, 2 s: read_data has 2 rows',
      '5, 2 s: audit of read 2',
    ]);
    expect(steps.slice(0, 2)).toEqual(['1, 0 s: main runs', '1, 0 s: main suspends']);
    expect(steps.filter((step) => step.startsWith('4,'))).toEqual(['4, 2 s: main runs', '4, 2 s: main suspends']);
    const ready = trace.events.filter(({ kind }) => kind === 'task-created').map(({ iteration }) => iteration);
    expect(ready).toEqual([0, 1, 4]);
  });

  it('the first read builds a chain of waits that suspends at once, innermost first, and the second suspends nothing', () => {
    const { trace } = run('read-data');
    const names = new Map<number, string>();
    const suspended = trace.events.flatMap((event) => {
      if (event.kind === 'frame-created') names.set(event.frame, event.function);
      return event.kind === 'frame-suspended' ? [`${event.iteration}: ${names.get(event.frame) ?? ''}`] : [];
    });
    expect(suspended).toEqual(['1: fetch', '1: readData', '1: main', '4: main']);
    expect(trace.events.find((event) => event.kind === 'task-waits')).toHaveProperty('on.what', 'sleep');
  });

  it('the two spellings resume in the same iteration, in the order of the arguments', () => {
    const { numberedLines } = run('two-spellings');
    expect(numberedLines.slice(0, 2)).toEqual(['4, 1 s: await has 4', '4, 1 s: yield from has 5']);
  });

  it('main suspends five times without an await, the fourth time to learn that there are no more rows', () => {
    const { lines, steps } = run('rows');
    expect(lines).toEqual(['1 s: open', '3 s: Ada', '5 s: Grace', '8 s: closed']);
    expect(steps.filter((step) => step.endsWith('suspends'))).toEqual([
      '1, 0 s: main suspends',
      '3, 1 s: main suspends',
      '5, 3 s: main suspends',
      '7, 5 s: main suspends',
      '9, 7 s: main suspends',
    ]);
  });

  it('nothing of the call that nobody awaited runs', () => {
    const { lines, tasks, trace } = run('never-awaited');
    expect(lines).toEqual([
      '0 s: main called save for the draft',
      '0 s: saving letter',
      '1 s: saved letter',
      '1 s: main ends',
    ]);
    expect(tasks).toEqual(['main']);
    expect(trace.outcome.kind).toBe('finished');
    expect(trace.events.at(-1)?.time).toBe(1);
  });
});

describe('the article on async and await says of CPython', () => {
  it.each([
    ['plain', 'generator', 'TypeError', 'yes', 'yes', 'GENERATOR'],
    ['marked', 'generator', 'yes', 'yes', 'yes', 'GENERATOR ITERABLE_COROUTINE'],
    ['native', 'coroutine', 'yes', 'TypeError', 'TypeError', 'COROUTINE'],
  ])('a %s one is in 3.14 as the table has it', async (kind, ...cells) => {
    const program = [
      'import inspect, types',
      'def plain():',
      '    yield',
      '@types.coroutine',
      'def marked():',
      '    yield',
      'async def native():',
      '    pass',
      'async def awaits(made):',
      '    await made',
      'def delegates(made):',
      '    yield from made',
      'def resume(driver):',
      '    try:',
      '        driver.send(None)',
      '    except StopIteration:',
      '        pass',
      'def tell(use):',
      `    made = ${kind}()`,
      '    try:',
      '        use(made)',
      '        print("yes")',
      '    except TypeError:',
      '        print("TypeError")',
      '    made.close()',
      `made = ${kind}()`,
      'print(type(made).__name__)',
      'made.close()',
      'tell(lambda made: resume(awaits(made)))',
      'tell(list)',
      'tell(lambda made: resume(delegates(made)))',
      'names = ("GENERATOR", "COROUTINE", "ITERABLE_COROUTINE")',
      `print(*(name for name in names if ${kind}.__code__.co_flags & getattr(inspect, "CO_" + name)))`,
      'async def main():',
      '    pass',
    ];
    expect(await runPython(...program)).toEqual(cells.map((cell) => `0 s: ${cell}`));
  });

  it.each([
    ['"abc"', "'str' object can't be awaited"],
    ['5', "'int' object can't be awaited"],
    ['(x for x in "abc")', "'generator' object can't be awaited"],
  ])('await %s fails in these words', async (value, message) => {
    expect(await runPython('async def main():', `    await ${value}`)).toEqual([`TypeError: ${message}`]);
  });

  it('await binds more tightly than a product', async () => {
    const price = ['async def price():', '    return 21', 'async def main():', '    print(await price() * 2)'];
    expect(await runPython(...price)).toEqual(['0 s: 42']);
  });

  it('an await inside an addition loses 10, and one before it loses nothing', async () => {
    const program = (...lines: string[]): string[] => [
      'import asyncio',
      'total = 0',
      'async def price(item):',
      '    await asyncio.sleep(1)',
      '    return item',
      'async def add(item):',
      '    global total',
      ...lines,
      'async def main():',
      '    await asyncio.gather(add(10), add(20))',
      '    print(total)',
    ];
    expect(await runPython(...program('    total += await price(item)'))).toEqual(['1 s: 20']);
    expect(await runPython(...program('    amount = await price(item)', '    total += amount'))).toEqual(['1 s: 30']);
  });

  it.each([
    ['"abc"', "RuntimeError: Task got bad yield: 'a'"],
    ['""', '0 s: None'],
  ])('under a task, yield from %s does what the text says', async (value, result) => {
    const delegate = ['import types', '@types.coroutine', 'def delegate():', `    return (yield from ${value})`];
    expect(await runPython(...delegate, 'async def main():', '    print(await delegate())')).toEqual([result]);
  });

  it('the two spellings compile to the instructions of the listing', async () => {
    const names = (code: string) => [
      'import dis',
      code,
      '    value = KEYWORD source',
      'steps = [each.opname for each in dis.get_instructions(work)]',
      'last = steps.index("STORE_FAST")',
      'first = steps.index("GET_AWAITABLE" if "GET_AWAITABLE" in steps else "GET_YIELD_FROM_ITER") - 1',
      'print(*steps[first:last + 1])',
      'async def main():',
      '    pass',
    ];
    const shared = 'LOAD_CONST SEND YIELD_VALUE RESUME JUMP_BACKWARD_NO_INTERRUPT END_SEND STORE_FAST';
    const compiled = (head: string, keyword: string) =>
      runPython(...names(head).map((line) => line.replace('KEYWORD', keyword)));
    expect(await compiled('async def work(source):', 'await')).toEqual([
      `0 s: LOAD_FAST_BORROW GET_AWAITABLE ${shared}`,
    ]);
    expect(await compiled('def work(source):', 'yield from')).toEqual([`0 s: LOAD_FAST GET_YIELD_FROM_ITER ${shared}`]);
  });

  it('a call that is not awaited warns, and its object is true', async () => {
    const warns = [
      'import warnings',
      'async def allowed(user):',
      '    return False',
      'async def main():',
      '    with warnings.catch_warnings(record=True) as caught:',
      '        warnings.simplefilter("always")',
      '        if allowed("Ada"):',
      '            print("in")',
      '    print(caught[0].message)',
    ];
    expect(await runPython(...warns)).toEqual(['0 s: in', "0 s: coroutine 'allowed' was never awaited"]);
  });

  it.each([
    ['yield from', 'async def f(s):\n    yield from s'],
    ['return with a value beside a yield', 'async def f():\n    yield 1\n    return 2'],
    ['async lambda', 'f = async lambda: 1'],
    ['a variable called async', 'async = 1'],
    ['await outside of async def', 'def f(g):\n    await g()'],
  ])('%s is a SyntaxError', async (_, code) => {
    expect((await runPython(code))[0]).toMatch(/^SyntaxError/);
  });

  it('a StopIteration that escapes from a coroutine becomes a RuntimeError', async () => {
    expect(await runPython('async def main():', '    raise StopIteration')).toEqual([
      'RuntimeError: coroutine raised StopIteration',
    ]);
  });

  it('without its last await a coroutine function still makes a coroutine', async () => {
    const made = ['async def none():', '    pass', 'made = none()', 'print(type(made).__name__)', 'made.close()'];
    expect(await runPython(...made, 'async def main():', '    pass')).toEqual(['0 s: coroutine']);
  });
});
