import { beforeAll, expect, it } from 'vitest';
import { requireTrace } from '../src/build/typescript/require-trace.ts';
import type { CPython } from '../src/engine/run/cpython/install-cpython.ts';
import { loadCPython } from '../src/build/cpython/load-cpython.ts';
import { tellTrace } from '../src/engine/run/typescript/tell-trace.ts';

/** The same program twice: each line of one corresponds to the same line of the other. */
const twins: Readonly<Record<string, readonly [typescript: string, python: string]>> = {
  'a generator that is resumed in every way': [
    `function* average() {
  let total = 0;
  let count = 0;
  try {
    while (count < 3) {
      total += yield total;
      count += 1;
    }
  } catch (error) {
    console.log('caught');
    console.log('once more');
  } finally {
    console.log('cleaning up');
  }
  return 'enough';
}
export function main() {
  const first = average();
  first.next();
  first.next(10);
  first.throw(new RangeError('no'));

  const second = average();
  for (const value of [undefined, 1, 2, 3]) {
    second.next(value);
  }
}`,
    `def average():
    total = 0
    count = 0
    try:
        while count < 3:
            total += yield total
            count += 1

    except Exception as error:
        print('caught')
        print('once more')
    finally:
        print('cleaning up')

    return 'enough'

def main():
    first = average()
    first.send(None)
    first.send(10)
    try: first.throw(RangeError('no'))
    except StopIteration: pass
    second = average()
    for value in [None, 1, 2, 3]:
        try: second.send(value)
        except StopIteration: pass

class RangeError(Exception): pass
`,
  ],
  'delegation through three generators': [
    `function* inner() {
  const got = yield 1;
  return got;
}
function* patient() {
  try {
    yield 2;
  } catch (error) {
    console.log('patient caught');
  }
  return 3;
}
function* middle() {
  return yield* inner();
}
function* outer() {
  try {
    yield yield* middle();
    yield yield* patient();
  } finally {
    console.log('outer ends');
  }
}
export function main() {
  const chain = outer();
  chain.next();
  chain.next('sent');
  chain.next();
  chain.throw(new RangeError('taken'));
  chain.next();
  const other = outer();
  other.next();
  try {
    other.throw(new RangeError('thrown'));
  } catch (error) {
    console.log('main caught');
  }
}`,
    `def inner():
    got = yield 1
    return got

def patient():
    try:
        yield 2
    except RangeError as error:
        print('patient caught')

    return 3

def middle():
    return (yield from inner())

def outer():
    try:
        yield (yield from middle())
        yield (yield from patient())
    finally:
        print('outer ends')


def main():
    chain = outer()
    next(chain)
    chain.send('sent')
    next(chain)
    chain.throw(RangeError('taken'))
    next(chain, None)
    other = outer()
    next(other)
    try:
        other.throw(RangeError('thrown'))
    except RangeError as error:
        print('main caught')

class RangeError(Exception): pass
`,
  ],
  'a cancellation in a chain of coroutines': [
    `import { createTask, sleep, CancelledError } from '@yieldpoint/scheduler';
async function deep() {
  await sleep(5);
}
async function worker() {
  try {
    await deep();
  } finally {
    console.log('cleaned up');
  }
  console.log('never');
}
export async function main() {
  const task = createTask(worker());
  await sleep(0);
  task.cancel();
  try {
    await task;
  } catch (error) {
    console.log('gone');
  }
  return 'end';
}`,
    `import asyncio
async def deep():
    await asyncio.sleep(5)

async def worker():
    try:
        await deep()
    finally:
        print('cleaned up')

    print('never')

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('gone')

    return 'end'
`,
  ],
  'an async generator read to its end': [
    `import { sleep } from '@yieldpoint/scheduler';
async function* ticks(n: number) {
  let i = 0;
  while (i < n) {
    yield i;
    await sleep(1);
    i += 1;
  }
}
export async function main() {
  for await (const tick of ticks(2)) {
    console.log(\`tick \${tick}\`);
  }
  console.log('over');
}`,
    `import asyncio
async def ticks(n):
    i = 0
    while i < n:
        yield i
        await asyncio.sleep(1)
        i += 1


async def main():
    async for tick in ticks(2):
        print(f'tick {tick}')

    print('over')
`,
  ],
  'conditions, loops and errors in a coroutine': [
    `import { sleep } from '@yieldpoint/scheduler';
async function fails() {
  try {
    await sleep(1);
    throw new RangeError('bad');
  } finally {
    console.log('failing');
  }
}
export async function main() {
  for (const n of [1, 2, 3]) {
    if (n === 2) {
      continue;
    } else if (n === 3) {
      break;
    } else {
      console.log('one');
    }
  }
  try {
    await fails();
  } catch (error) {
    console.log('caught');
  }
  await fails();
}`,
    `import asyncio
async def fails():
    try:
        await asyncio.sleep(1)
        raise RangeError('bad')
    finally:
        print('failing')


async def main():
    for n in [1, 2, 3]:
        if n == 2:
            continue
        elif n == 3:
            break
        else:
            print('one')


    try:
        await fails()
    except RangeError:
        print('caught')

    await fails()

class RangeError(Exception): pass
`,
  ],
  'futures that fail and tasks that share a value': [
    `import { createTask, getRunningLoop } from '@yieldpoint/scheduler';
async function reader(future: any) {
  return await future;
}
export async function main() {
  const future = getRunningLoop().createFuture();
  const first = createTask(reader(future));
  const second = createTask(reader(future));
  getRunningLoop().callLater(1, () => future.setException(new RangeError('bad')));
  try {
    await first;
  } catch (error) {
    console.log('first failed');
  }
  await second;
}`,
    `import asyncio
async def reader(future):
    return await future

async def main():
    future = asyncio.get_running_loop().create_future()
    first = asyncio.create_task(reader(future))
    second = asyncio.create_task(reader(future))
    asyncio.get_running_loop().call_later(1, lambda: future.set_exception(RangeError('bad')))
    try:
        await first
    except RangeError:
        print('first failed')

    await second

class RangeError(Exception): pass
`,
  ],
  'two tasks with a context variable each': [
    `import { ContextVar, copyContext, gather, sleep } from '@yieldpoint/scheduler';
const request = new ContextVar('request', { default: 'none' });
async function save(seconds: number) {
  await sleep(seconds);
  return [request, request.get(), copyContext()];
}
async function handle(name: string, seconds: number) {
  const token = request.set(name);
  const saved = await save(seconds);
  request.reset(token);
  console.log(name + ' ' + request.get());
  return [token, saved];
}
export async function main() {
  const both = await gather([handle('a', 2), handle('b', 1)]);
  console.log(request.get());
  return both;
}`,
    `import contextvars, asyncio
request = contextvars.ContextVar('request', default='none')
async def save(seconds):
    await asyncio.sleep(seconds)
    return [request, request.get(), contextvars.copy_context()]

async def handle(name, seconds):
    token = request.set(name)
    saved = await save(seconds)
    request.reset(token)
    print(name + ' ' + request.get())
    return [token, saved]

async def main():
    both = await asyncio.gather(handle('a', 2), handle('b', 1))
    print(request.get())
    return both
`,
  ],
  'a generator that sets a context variable of its caller': [
    `import { ContextVar, createTask } from '@yieldpoint/scheduler';
const unit = new ContextVar('unit', { default: 'km' });
function* distances() {
  unit.set('miles');
  yield 26;
  unit.set('feet');
}
async function walk() {
  console.log(unit.get());
  for (const distance of distances()) {
    console.log(distance + ' ' + unit.get());
  }
  return unit.get();
}
export async function main() {
  console.log(await createTask(walk()));
  console.log(unit.get());
}`,
    `import contextvars, asyncio
unit = contextvars.ContextVar('unit', default='km')
def distances():
    unit.set('miles')
    yield 26
    unit.set('feet')

async def walk():
    print(unit.get())
    for distance in distances():
        print(str(distance) + ' ' + unit.get())

    return unit.get()

async def main():
    print(await asyncio.create_task(walk()))
    print(unit.get())
`,
  ],
};

let cpython: CPython;
beforeAll(async () => {
  cpython = await loadCPython();
}, 60_000);

it.each(Object.entries(twins))('%s has the same frames and lines as in CPython', (_, [typescript, python]) => {
  expect(tellTrace(requireTrace(typescript, {}, 'frames'))).toEqual(
    tellTrace(cpython.run(python, { level: 'frames' })),
  );
});
