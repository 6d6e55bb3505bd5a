/*
 * asyncio's default `ThreadPoolExecutor` in virtual time, without threads. A call occupies a thread for its seconds while the loop
 * continues. When the clock reaches the end of that time, its function runs from start to end between two iterations of the loop.
 *
 * Only a program with `toThread` has this in its bundle. So the loop knows nothing about it: the pool replaces methods of the loop
 * with its own, and checks there, like a selector, for results from the threads.
 */
import { entered } from '../context/holder.ts';
import type { ThreadPoolContract } from '../loop/contracts.ts';
import { current } from '../loop/current.ts';
import type { EventLoop } from '../loop/event-loop.ts';
import { sleep } from '../loop/sleep.ts';
import type { Coroutine } from '../tasks/coroutine.ts';
import type { ThreadCall } from './thread-call.ts';

/**
 * CPython takes four more than the machine has processors, which makes programs depend on the machine. Here the number is always
 * eight.
 */
const mostThreads = 12;

/** @internal */
export class ThreadPool implements ThreadPoolContract {
  readonly #loop: EventLoop;
  readonly #idle: string[] = [];
  #threads = 0;
  /** Calls for which there is no thread yet, in order of arrival. */
  readonly #queue: ThreadCall[] = [];
  /** Calls that hold a thread, by the time when they end, then in the order in which they began. */
  readonly #running: ThreadCall[] = [];
  #isBeginning = false;

  constructor(loop: EventLoop) {
    this.#loop = loop;
    loop._threads = this;
    const runOnce = loop._runOnce.bind(loop);
    loop._runOnce = () => {
      this.#catchUp();
      runOnce();
    };
    const close = loop.close.bind(loop);
    loop.close = () => {
      close();
      // Threads are left if the end of the run failed, or there was none. CPython waits for them at the end of the process.
      this.pass(Infinity, null);
    };
  }

  /** Begins the call, at once if a thread is free. */
  _submit(call: ThreadCall): void {
    this.#queue.push(call);
    this.#begin();
    if (call.thread === undefined) this.#tellCall(call, 'asyncio');
  }

  due(): number {
    return this.#running[0]?.until ?? Infinity;
  }

  pass(until: number, cause?: number | null): void {
    for (let call = this.#running[0]; call !== undefined && call.until <= until; call = this.#running[0]) {
      this.#running.shift();
      const from = this.#loop._now;
      if (call.until > from) {
        this.#loop._now = call.until;
        this.#loop._recorder?.add({ kind: 'clock-jumped', from }, cause === undefined ? call.seq : cause);
      }
      this.#loop._recorder?.add({ kind: 'step-begins', id: call.id, task: call.id }, null);
      this.#run(call, null);
    }
  }

  *[Symbol.iterator](): Coroutine<void> {
    while (this.#running.length > 0) yield* sleep(this.due() - this.#loop.time());
  }

  /** Handles what the threads have done by now and, if the loop has nothing to do, what comes before its next deadline. */
  #catchUp(): void {
    const loop = this.#loop;
    current.task = null;
    this.pass(loop.time());
    const deadline = loop._timers.head()?._when ?? Infinity;
    while (loop._ready._isEmpty() && !loop._stopping && this.#running.length > 0 && this.due() <= deadline) {
      this.pass(this.due());
    }
  }

  /** Gives threads to the calls that wait for one. */
  #begin(): void {
    if (this.#isBeginning) return;
    this.#isBeginning = true;
    for (let call = this.#queue[0]; call !== undefined; call = this.#queue[0]) {
      const thread = call._isCancelled ? undefined : this.#takeThread();
      if (thread === undefined && !call._isCancelled) break;
      this.#queue.shift();
      if (thread !== undefined) this.#start(call, thread);
    }
    this.#isBeginning = false;
  }

  #takeThread(): string | undefined {
    return this.#idle.shift() ?? (this.#threads < mostThreads ? `asyncio_${this.#threads++}` : undefined);
  }

  #start(call: ThreadCall, thread: string): void {
    const { _recorder: recorder } = this.#loop;
    call.thread = thread;
    if (call.id === 0) this.#tellCall(call, thread);
    const id = call.id;
    const begun = recorder?.add({ kind: 'step-begins', id, task: id }) ?? null;
    if (call.seconds === 0) {
      this.#run(call, begun);
      return;
    }
    call.until = this.#loop.time() + call.seconds;
    const on = { what: 'sleep', label: `block(${call.seconds})`, until: call.until };
    call.seq = recorder?.add({ kind: 'task-waits', id, task: id, on }, begun) ?? null;
    this.#running.push(call);
    this.#running.sort((a, b) => a.until - b.until);
  }

  /** Runs the function, while no loop runs, and records the result. */
  #run(call: ThreadCall, cause: number | null): void {
    const { _recorder: recorder } = this.#loop;
    const { loop, task } = current;
    const { _inside: inside } = entered;
    const before = recorder?.cause ?? null;
    if (recorder !== null) recorder.cause = cause;
    current.loop = current.task = null;
    entered._inside = call;
    try {
      call._outcome = { value: call.work(...(call.args as never[])) };
    } catch (error) {
      call._outcome = { error };
    }
    entered._inside = inside;
    current.loop = loop;
    const { id, _outcome: outcome } = call;
    const end = { kind: 'task-ended', id, task: id, how: 'error' in outcome ? 'raised' : 'returned', ...outcome };
    const ended = recorder?.add(end, null) ?? null;
    if (recorder !== null) recorder.cause = ended;
    this.#idle.push(call.thread as string);
    call._settle();
    this.#begin();
    if (recorder !== null) recorder.cause = before;
    current.task = task;
  }

  /** In records the call is a task whose `thread` is set: its thread, or the pool as long as it has none. */
  #tellCall(call: ThreadCall, thread: string): void {
    call.id = ++this.#loop._taskCount;
    const { id, args } = call;
    const name = call.work.name || 'function';
    this.#loop._recorder?.add({ kind: 'task-created', id, name, coroutine: thread, eager: false, thread, args });
  }
}
