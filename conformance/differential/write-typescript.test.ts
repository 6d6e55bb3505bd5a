import { expect, it } from 'vitest';
import type { Program } from './program.ts';
import { writePython } from './write-python.ts';
import { writeTypeScript } from './write-typescript.ts';

const program: Program = {
  functions: [
    {
      name: 'a1',
      kind: 'generator',
      body: [{ do: 'print', values: ['a1', { yield: 1 }] }],
    },
    { name: 'c1', kind: 'callback', body: [{ do: 'increase', name: 'x1' }] },
    {
      name: 'main',
      kind: 'coroutine',
      body: [
        { do: 'set', name: 'l1', value: { asyncio: 'Lock', args: [] } },
        {
          do: 'set',
          name: 't1',
          value: { asyncio: 'create_task', args: [{ asyncio: 'sleep', args: [1] }], options: { eager_start: true } },
        },
        { do: 'evaluate', value: { method: 'call_soon', of: { name: 'loop' }, args: [{ name: 'c1' }] } },
        {
          do: 'try',
          body: [
            {
              do: 'with',
              manager: { name: 'l1' },
              using: true,
              body: [
                {
                  do: 'print',
                  values: [
                    {
                      await: {
                        asyncio: 'gather',
                        args: [{ list: [{ name: 't1' }] }],
                        options: { return_exceptions: true },
                      },
                    },
                  ],
                },
              ],
            },
            {
              do: 'for',
              kind: 'async',
              name: 'v1',
              of: { call: 'a1', args: [0] },
              body: [{ do: 'print', values: [{ name: 'v1' }] }, { do: 'break' }],
            },
          ],
          catch: { kind: 'errors', body: [{ do: 'print', values: [{ error: true }] }, { do: 'rethrow' }] },
        },
      ],
    },
  ],
};

it('writes a description in Python', () => {
  expect(writePython(program, false)).toMatchInlineSnapshot(`
    "l1 = None
    t1 = None
    x1 = 0
    async def a1(n):
        log('a1', (yield 1))
    def c1(*args):
        global x1
        x1 += 1
    async def main():
        global loop, t1, l1
        v1 = None
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(handler)
        tell_end(loop)
        t1 = finished()
        l1 = asyncio.Lock()
        t1 = asyncio.create_task(asyncio.sleep(1), eager_start=True)
        loop.call_soon(c1)
        try:
            async with l1:
                log((await asyncio.gather(*[t1], return_exceptions=True)))
            async for v1 in a1(0):
                log(v1)
                break
        except Exception as e1:
            log(e1)
            raise
    "
  `);
});

it('writes a description as generator functions', () => {
  expect(writeTypeScript(program, 'generator', false)).toMatchInlineSnapshot(`
    "import { CancelledError, GeneratorExit, Lock, asyncGenerator, asyncWith, createTask, emit, gather, sleep } from '@yieldpoint/scheduler';

    let l1, t1, x1 = 0;
    let loop;
    const a1 = asyncGenerator(function* a1(n) {
      log('a1', (yield emit(1)));
    });
    function c1(...args) {
      x1 += 1;
    }
    function* main() {
      let v1;
      loop = getRunningLoop();
      loop.setExceptionHandler(handler);
      t1 = finished(loop);
      l1 = new Lock();
      t1 = createTask(sleep(1), { eagerStart: true });
      loop.callSoon(c1);
      try {
        yield* asyncWith(l1, function* () {
          log((yield* gather([t1], { returnExceptions: true })));
        });
        for (const it1_ = a1(0)[Symbol.asyncIterator](); ; ) {
          const r2_ = yield* it1_.next();
          if (r2_.done) break;
          v1 = r2_.value;
          log(v1);
          break;
        }
      }
      catch (e1) {
        if (e1 instanceof CancelledError || e1 instanceof GeneratorExit) throw e1;
        log(e1);
        throw e1;
      }
    }
    export { main };
    "
  `);
});

it('writes a description as async functions', () => {
  expect(writeTypeScript(program, 'async', false)).toMatchInlineSnapshot(`
    "import { CancelledError, GeneratorExit, Lock, createTask, enter, gather, sleep } from '@yieldpoint/scheduler';

    let l1, t1, x1 = 0;
    let loop;
    async function* a1(n) {
      log('a1', (yield 1));
    }
    function c1(...args) {
      x1 += 1;
    }
    async function main() {
      let v1;
      loop = getRunningLoop();
      loop.setExceptionHandler(handler);
      t1 = finished(loop);
      l1 = new Lock();
      t1 = createTask(sleep(1), { eagerStart: true });
      loop.callSoon(c1);
      try {
        {
          await using held1_ = (await enter(l1));
          log((await gather([t1], { returnExceptions: true })));
        }
        for (const it2_ = a1(0)[Symbol.asyncIterator](); ; ) {
          const r3_ = await it2_.next();
          if (r3_.done) break;
          v1 = r3_.value;
          log(v1);
          break;
        }
      }
      catch (e1) {
        if (e1 instanceof CancelledError || e1 instanceof GeneratorExit) throw e1;
        log(e1);
        throw e1;
      }
    }
    export { main };
    "
  `);
});
