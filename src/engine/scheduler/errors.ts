/*
 * One class for each thing a caller may catch. Names are asyncio's or Python's. `name` is a getter in the class body, so that
 * bundlers may drop an unused class and minifiers may rename it without changing what a reader sees.
 *
 * Python's ValueError is RangeError here, its TypeError is TypeError.
 */

import { toText } from './name-value.ts';

/**
 * Thrown into a task at its suspension point when it is cancelled.
 *
 * Unlike in Python, `catch (error)` catches it as well: rethrow it unless you want to stop the cancellation.
 *
 * @see asyncio.exceptions.CancelledError
 */
export class CancelledError extends Error {
  override get name(): string {
    return 'CancelledError';
  }
  /** null is not a message. */
  constructor(message?: unknown, options?: ErrorOptions) {
    super(toText(message ?? ''), options);
  }
}

/**
 * A deadline passed: `timeout`, `waitFor`, `asCompleted`. `cause` is the cancellation it was made from.
 *
 * @see builtins.TimeoutError
 */
export class TimeoutError extends Error {
  override get name(): string {
    return 'TimeoutError';
  }
}

/**
 * The operation does not fit the state of the future.
 *
 * @see asyncio.exceptions.InvalidStateError
 */
export class InvalidStateError extends Error {
  override get name(): string {
    return 'InvalidStateError';
  }
}

/**
 * Python's RuntimeError: the loop, a task or a primitive was used where it must not be.
 *
 * @see builtins.RuntimeError
 */
export class RuntimeError extends Error {
  override get name(): string {
    return 'RuntimeError';
  }
}

/**
 * A context variable has neither a value nor a default (Python's LookupError).
 *
 * @see builtins.LookupError
 */
export class LookupError extends Error {
  override get name(): string {
    return 'LookupError';
  }
}

/** @internal */
export function alreadyAwaited(): RuntimeError {
  return new RuntimeError('cannot reuse already awaited coroutine');
}

/** @internal A coroutine's body resumes the coroutine. */
export function alreadyExecuting(): RangeError {
  return new RangeError('coroutine already executing');
}

/** @internal A coroutine was resumed by hand although what it waits for is pending. */
export function notResumedByTheLoop(): RuntimeError {
  return new RuntimeError("await wasn't used with future");
}

/**
 * `getNowait` found the queue empty.
 *
 * @see asyncio.queues.QueueEmpty
 */
export class QueueEmpty extends Error {
  override get name(): string {
    return 'QueueEmpty';
  }
}

/**
 * `putNowait` found the queue full.
 *
 * @see asyncio.queues.QueueFull
 */
export class QueueFull extends Error {
  override get name(): string {
    return 'QueueFull';
  }
}

/**
 * The queue was shut down.
 *
 * @see asyncio.queues.QueueShutDown
 */
export class QueueShutDown extends Error {
  override get name(): string {
    return 'QueueShutDown';
  }
}

/**
 * The barrier was aborted or reset while tasks waited at it.
 *
 * @see asyncio.exceptions.BrokenBarrierError
 */
export class BrokenBarrierError extends RuntimeError {
  override get name(): string {
    return 'BrokenBarrierError';
  }
}

/**
 * An asynchronous iterator has no more items (PEP 492).
 *
 * @see PEP 492, builtins.StopAsyncIteration
 */
export class StopAsyncIteration extends Error {
  override get name(): string {
    return 'StopAsyncIteration';
  }
}

/**
 * Thrown into a generator by `close` and into an async generator by `aclose` (PEP 342, PEP 525).
 *
 * @see PEP 342, builtins.GeneratorExit
 */
export class GeneratorExit extends Error {
  override get name(): string {
    return 'GeneratorExit';
  }
}

/** The program used up `maxIterations` iterations of the loop and was stopped at once. */
export class IterationLimitError extends Error {
  override get name(): string {
    return 'IterationLimitError';
  }
  /** The most iterations allowed. */
  readonly maximum: number;
  /** `maximum` is the limit that was reached. */
  constructor(maximum: number) {
    super(
      `Expected the program to end within ${maximum} iterations of the event loop, but it goes on. ` +
        'A loop around sleep(0) never ends by itself: virtual time does not pass while something is ready.',
    );
    this.maximum = maximum;
  }
}

/** The program used up `maxEvents` records of the observer and was stopped at once. */
export class EventLimitError extends Error {
  override get name(): string {
    return 'EventLimitError';
  }
  /** The most records allowed. */
  readonly maximum: number;
  /** `maximum` is the limit that was reached. */
  constructor(maximum: number) {
    super(`Expected the program to end within ${maximum} recorded events, but it goes on.`);
    this.maximum = maximum;
  }
}
