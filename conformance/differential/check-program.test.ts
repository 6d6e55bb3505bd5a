import { expect, it } from 'vitest';
import { findFault } from './check-program.ts';
import type { Body, ProgramFunction, Statement, Expression } from './program.ts';

const main = (...body: Statement[]): ProgramFunction => ({ name: 'main', kind: 'coroutine', body });
const say: Body = [{ do: 'print', values: ['said'] }];
const sleeping: Expression = { await: { asyncio: 'sleep', args: [0] } };
const waits: Statement = { do: 'evaluate', value: sleeping };

it.each<readonly [fault: string, functions: readonly ProgramFunction[]]>([
  ['there is no coroutine main', [{ name: 'w1', kind: 'coroutine', body: [] }]],
  ['two functions have one name', [main(), main()]],
  ['break is outside of a loop', [main({ do: 'break' })]],
  [
    'break is outside of a loop',
    [main({ do: 'repeat', times: 2, body: [{ do: 'with', manager: { name: 'l1' }, body: [{ do: 'break' }] }] })],
  ],
  [
    'return is inside of a with or finally',
    [main({ do: 'with', manager: { name: 'l1' }, body: [{ do: 'return', value: 1 }] })],
  ],
  ['return is inside of a with or finally', [main({ do: 'try', body: say, finally: [{ do: 'return', value: 1 }] })]],
  [
    'a generator returns a value',
    [
      {
        name: 'a1',
        kind: 'generator',
        body: [
          { do: 'evaluate', value: { yield: 1 } },
          { do: 'return', value: 1 },
        ],
      },
      main(),
    ],
  ],
  ['rethrow is outside of a catch', [main({ do: 'rethrow' })]],
  [
    'rethrow is outside of a catch',
    [
      main({
        do: 'try',
        body: say,
        catch: { kind: 'any', body: [{ do: 'try', body: say, finally: [{ do: 'rethrow' }] }] },
      }),
    ],
  ],
  ['a callback waits', [{ name: 'c1', kind: 'callback', body: [waits] }, main()]],
  [
    'a callback waits',
    [{ name: 'c1', kind: 'callback', body: [{ do: 'with', manager: { name: 'l1' }, body: [] }] }, main()],
  ],
  ['a try has neither catch nor finally', [main({ do: 'try', body: say })]],
  ['what is awaited is a plain value', [main({ do: 'evaluate', value: { await: 5 } })]],
  ['a yield is in a wrong place', [main({ do: 'evaluate', value: { yield: 1 } })]],
  ['an error is printed outside of a catch', [main({ do: 'print', values: [{ error: true }] })]],
  [
    'there is no work1 that blocks for 2 seconds',
    [
      { name: 'work1', kind: 'blocking', seconds: 1, body: say },
      main({ do: 'evaluate', value: { await: { thread: 'work1', seconds: 2, args: [] } } }),
    ],
  ],
  ['there is no function w1', [main({ do: 'evaluate', value: { call: 'w1', args: [0] } })]],
  [
    'there is no c1',
    [main({ do: 'evaluate', value: { method: 'call_soon', of: { name: 'loop' }, args: [{ name: 'c1' }] } })],
  ],
  ['the generator a1 yields nothing', [{ name: 'a1', kind: 'generator', body: [waits] }, main()]],
  [
    'a comprehension calls a function that is not there',
    [main({ do: 'print', values: [{ collect: { name: 'g1' }, map: 'w1' }] })],
  ],
])('finds that %s', (fault, functions) => {
  expect(findFault({ functions })).toBe(fault);
});

it('finds nothing wrong with a program that both languages have', () => {
  expect(
    findFault({
      functions: [main(waits, { do: 'try', body: say, catch: { kind: 'any', body: [{ do: 'rethrow' }] } })],
    }),
  ).toBeUndefined();
});
