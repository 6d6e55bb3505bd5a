import { describe, expect, it } from 'vitest';
import {
  aclose,
  anext,
  asCompleted,
  asyncGenerator,
  asyncWith,
  Barrier,
  block,
  BoundedSemaphore,
  captureCallGraph,
  close,
  collect,
  createTask,
  ensureFuture,
  enter,
  Event,
  EventLoop,
  ExceptionGroup,
  Future,
  gather,
  getRunningLoop,
  Lock,
  PriorityQueue,
  Queue,
  run,
  Semaphore,
  send,
  shield,
  sleep,
  Task,
  TaskGroup,
  timeout,
  timeoutAt,
  toThread,
  wait,
  waitFor,
  type Coroutine,
} from './index.ts';

async function native(): Promise<void> {}
function* brew(): Coroutine<void> {}

const call = (work: (...args: never[]) => unknown, ...args: unknown[]): (() => unknown) => {
  return () => (work as (...args: unknown[]) => unknown)(...args);
};

/** A mistake, and the complete text of the error that reports it at once, inside a run. */
const inside: [work: () => unknown, text: string][] = [
  [call(sleep, NaN), 'RangeError: Expected a delay in seconds, but got NaN.'],
  [call(sleep, '1'), 'RangeError: Expected a delay in seconds, but got "1".'],
  [call(sleep), 'RangeError: Expected a delay in seconds, but got undefined.'],
  [call(timeout, NaN), 'RangeError: Expected a delay in seconds, but got NaN.'],
  [call(timeoutAt, '5'), 'RangeError: Expected a time in seconds, but got "5".'],
  [call(block, -1), 'RangeError: Expected a time from 0 seconds, but got -1.'],
  [call(toThread, 5, 1), 'TypeError: Expected a function, but got 5.'],
  [call(toThread, brew), 'RangeError: Expected a time in seconds, but got undefined.'],
  [call(toThread, brew, -1), 'RangeError: Expected a time from 0 seconds that ends, but got -1.'],
  [call(toThread, brew, Infinity), 'RangeError: Expected a time from 0 seconds that ends, but got Infinity.'],
  [call(waitFor, brew(), NaN), 'RangeError: Expected a timeout in seconds, but got NaN.'],
  [() => getRunningLoop().callLater(NaN, () => {}), 'RangeError: Expected a delay in seconds, but got NaN.'],
  [() => getRunningLoop().callSoon(5 as never), 'TypeError: Expected a callback, but got 5.'],
  [
    call(createTask, brew),
    "TypeError: Expected a coroutine object, but got the function 'brew'. Did you forget to call it?",
  ],
  [call(createTask, 5), 'TypeError: Expected a coroutine object, but got 5.'],
  [call(createTask, null), 'TypeError: Expected a coroutine object, but got null.'],
  [call(createTask, [brew()]), 'TypeError: Expected a coroutine object, but got an array.'],
  [call(createTask, native()), 'TypeError: Expected a coroutine object, but got a native promise.'],
  [() => createTask(getRunningLoop().createFuture()), 'TypeError: Expected a coroutine object, but got a Future.'],
  [
    call(ensureFuture, brew),
    "TypeError: Expected a future, a coroutine object or another awaitable, but got the function 'brew'. Did you forget to call it?",
  ],
  [call(shield, 5), 'TypeError: Expected a future, a coroutine object or another awaitable, but got 5.'],
  [
    call(waitFor, [brew()], 1),
    'TypeError: Expected a future, a coroutine object or another awaitable, but got an array.',
  ],
  [call(gather, brew()), 'TypeError: Expected an iterable of awaitables, but got a generator.'],
  [
    call(gather, brew),
    "TypeError: Expected an iterable of awaitables, but got the function 'brew'. Did you forget to call it?",
  ],
  [call(gather, [5]), 'TypeError: Expected a future, a coroutine object or another awaitable, but got 5.'],
  [call(asCompleted, sleep(1)), "TypeError: Expected an iterable of awaitables, but got the coroutine 'sleep'."],
  [call(wait, []), 'RangeError: Expected at least one future, but got none.'],
  [call(wait, [brew()]), 'TypeError: Expected futures and tasks, but got a generator. Make it a task with createTask.'],
  [
    () => wait([getRunningLoop().createFuture()], { returnWhen: 'SOON' as never }),
    'RangeError: Expected returnWhen to be one of FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, but got "SOON".',
  ],
  [
    () => gather([new EventLoop().createFuture()]),
    'RangeError: Expected a future of this event loop, but got one that belongs to another.',
  ],
  [call(asyncWith, sleep, brew), withManager("the function 'sleep'", ' Did you forget to call it?')],
  [call(enter, {}), withManager('an Object')],
  [() => new Semaphore(-1), 'RangeError: Expected a number of units from 0, but got -1.'],
  [() => new Semaphore(NaN), 'RangeError: Expected a number of units from 0, but got NaN.'],
  [() => new Barrier(0), 'RangeError: Expected a number of parties from 1, but got 0.'],
  [() => new Queue(NaN), 'RangeError: Expected a maximum number of items, but got NaN.'],
  [() => new Queue('1' as never), 'RangeError: Expected a maximum number of items, but got "1".'],
  [
    () => {
      new Lock().release();
    },
    'RuntimeError: Lock is not acquired.',
  ],
  [
    () => {
      new BoundedSemaphore().release();
    },
    'RangeError: BoundedSemaphore released too many times',
  ],
  [
    () => {
      new Queue().taskDone();
    },
    'RangeError: taskDone() called too many times',
  ],
  [
    () => {
      const queue = new PriorityQueue<unknown>();
      queue.putNowait({ a: 1 });
      queue.putNowait([1]);
    },
    'TypeError: Expected items that can be compared, but got an array and an Object.',
  ],
  [() => new TaskGroup().createTask(brew()), 'RuntimeError: TaskGroup <TaskGroup> has not been entered'],
  [
    () => {
      getRunningLoop().createFuture().setException(null);
    },
    'TypeError: Expected an error, but got null.',
  ],
  [
    () => {
      const future = getRunningLoop().createFuture();
      future.setResult(1);
      future.setResult(2);
    },
    'InvalidStateError: Expected a pending future, but got a finished Future.',
  ],
  [
    () => {
      getRunningLoop()
        .createFuture()
        .addDoneCallback('print' as never);
    },
    'TypeError: Expected a callback, but got "print".',
  ],
  [() => getRunningLoop().createFuture().result(), 'InvalidStateError: Result is not ready.'],
  [
    () => {
      getRunningLoop().setExceptionHandler(5 as never);
    },
    'TypeError: Expected a function or null, but got 5.',
  ],
  [call(send, brew), "TypeError: Expected a generator, but got the function 'brew'. Did you forget to call it?"],
  [call(close, []), 'TypeError: Expected a generator, but got an array.'],
  [call(asyncGenerator, 5), 'TypeError: Expected a generator function, but got 5.'],
  [call(aclose, []), 'TypeError: Expected an async generator of this package, but got an array.'],
  [call(anext, brew), "TypeError: Expected an async iterator, but got the function 'brew'."],
  [call(collect, 5), 'TypeError: Expected an iterable or an async iterable, but got 5.'],
  [call(captureCallGraph, 5), 'TypeError: Expected a future or a task, but got 5.'],
  [
    () => new ExceptionGroup('none', []),
    'RangeError: Expected at least one exception in an ExceptionGroup, but got none.',
  ],
  [() => run(brew()), 'RuntimeError: run() cannot be called from a running event loop'],
];

function withManager(got: string, hint = ''): string {
  return `TypeError: Expected an asynchronous context manager with aenter and aexit, but got ${got}.${hint}`;
}

/** Outside a run there is no loop to do it in. */
const outside: [name: string, work: () => unknown][] = [
  ['createTask', () => createTask(brew())],
  ['gather', () => gather([])],
  ['a future without a loop', () => new Future()],
  ['a task without a loop', () => new Task(brew())],
  ['timeout', () => timeout(1)],
  ['block', () => { block(1); }], // prettier-ignore
  ['shield', () => shield(brew())],
  ['captureCallGraph', () => captureCallGraph()],
  ['an event that is waited for', () => new Event().wait().next()],
];

function textOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  return 'no error';
}

describe('misuse is refused at the call, with a message', () => {
  it.each(inside.map(([work, text]) => [text, work] as const))('%s', (text, work) => {
    const got = run(
      (function* (): Coroutine<string> {
        yield* sleep(0);
        return textOf(work);
      })(),
      { exceptionHandler: () => {} },
    );
    expect(got).toBe(text);
  });

  it.each(outside)('%s needs a running loop', (_, work) => {
    expect(textOf(work)).toBe(
      'RuntimeError: Expected a running event loop, but there is none. Call this from a coroutine or a callback.',
    );
  });

  it('what is awaited by native async code says how to run it', async () => {
    const text =
      'TypeError: Expected await or yield* on this event loop, but got then(), which native async code calls as well. ' +
      'Awaitables of @yieldpoint/scheduler are not promises. Instead of .then(next) write the value down first: const ' +
      "value = await work(). Outside of this site compile async functions with TypeScript's target ES2015 and the helpers of " +
      '@yieldpoint/scheduler/lowering, or write generators and yield*.';
    for (const awaitable of [sleep(1), sleep(0), new Event().wait(), collect([]), new EventLoop().createFuture()]) {
      await expect((async () => String(await awaitable))()).rejects.toThrow(text.slice('TypeError: '.length));
    }
  });

  it('a coroutine of the package can be awaited once', () => {
    const lock = new Lock();
    for (const coroutine of [sleep(1), sleep(0, 'x'), lock.acquire(), collect([1]), waitFor(sleep(1), 2)]) {
      const main = function* (): Coroutine<string> {
        yield* coroutine as Coroutine<unknown>;
        return textOf(() => coroutine.next());
      };
      expect(run(main())).toBe('RuntimeError: cannot reuse already awaited coroutine');
    }
  });
});
