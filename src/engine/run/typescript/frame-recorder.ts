import { GeneratorExit, isFuture, type Pending } from '@yieldpoint/scheduler';
import type { FrameProbe, FrameType } from '../../compile/probes.ts';
import type { FrameEvent } from '../../trace/event/events.ts';
import { describeValue } from './describe-value.ts';
import { describeError } from './error-text.ts';
import type { ErrorLines } from './error-lines.ts';
import type { EventRecorder } from './event-recorder.ts';
import { findAwaited } from './find-awaited.ts';
import { getIterator, type IteratorWatcher, watchAsyncIterator, WatchedIterator, yieldOnce } from './watch-iterator.ts';

type Resumption = Extract<FrameEvent, { kind: 'frame-resumed' }>['how'];

/** What all frames of a run share. */
export type FrameWorld = {
  readonly recorder: EventRecorder;
  /** Frames that are on the call stack, innermost last. */
  readonly stack: FrameRecorder[];
  readonly errorLines: ErrorLines;
  /** Frames entered so far. */
  count: number;
  /** Class of what the lowering's `__await` makes: what an async generator awaits rather than yields. */
  readonly awaitClass: abstract new (...args: never[]) => unknown;
};

/**
 * Records what one activation does.
 *
 *   entered ─▶ running ──suspend──▶ suspended ──resume──▶ running ──leave──▶ left
 *
 * While it runs it is on the stack, together with the frames that resumed it.
 */
export class FrameRecorder implements FrameProbe {
  readonly id: number;
  readonly #world: FrameWorld;
  readonly #type: FrameType;
  readonly #firstLine: number;
  readonly #lastLine: number;
  readonly #name: string;
  #line: number;
  /** The line that was announced last: nothing, on entry, so that a body on the function's own line is announced. */
  #announced: number | undefined;
  #value: unknown;
  #error: { readonly error: unknown } | undefined;
  #outlivesBody = false;

  constructor(world: FrameWorld, name: string, type: FrameType, line: number, lastLine: number) {
    this.id = ++world.count;
    this.#world = world;
    this.#line = this.#firstLine = line;
    this.#lastLine = lastLine;
    this.#name = name;
    this.#type = type;
    world.recorder.add({ kind: 'frame-created', frame: this.id, function: name, type, line });
    this.#resume('next');
  }

  /** The line it has reached. */
  get currentLine(): number {
    return this.#line;
  }

  line(line: number): void {
    if (line !== this.#announced) this.again(line);
    else this.#world.recorder.check();
  }

  again(line: number): void {
    this.#world.recorder.check();
    this.#world.recorder.thrown = undefined;
    this.#line = this.#announced = line;
    this.#world.recorder.add({ kind: 'line', frame: this.id, line });
  }

  each(iterable: unknown, line: number, text: string): WatchedIterator {
    let first = true;
    const entering: IteratorWatcher['entering'] = (how) => {
      if (how === 'next' && !first) this.again(line);
      first = false;
    };
    return new WatchedIterator(getIterator(iterable, text), { entering });
  }

  yields(value: unknown, line: number): WatchedIterator {
    this.line(line);
    return new WatchedIterator(yieldOnce(value), this.#watcher(false));
  }

  delegates(iterable: unknown, line: number, text: string): WatchedIterator {
    this.line(line);
    return new WatchedIterator(getIterator(iterable, text), this.#watcher(true));
  }

  awaits(value: unknown, line?: number): unknown {
    if (line !== undefined) this.line(line);
    const awaited = findAwaited(value);
    return awaited === undefined ? value : new WatchedIterator(awaited, this.#watcher(true));
  }

  asyncDelegates(iterator: unknown, line: number): unknown {
    this.line(line);
    return watchAsyncIterator(iterator as Readonly<Record<string, unknown>>, (result) => this.awaits(result));
  }

  asyncYields(delegator: unknown): WatchedIterator {
    const { entering, leaving, raising = () => undefined } = this.#watcher(true);
    const isAwait = (result: IteratorResult<unknown>): boolean => result.value instanceof this.#world.awaitClass;
    return new WatchedIterator(getIterator(delegator, ''), {
      entering,
      raising,
      leaving: (result) => {
        if (!isAwait(result)) leaving?.(result);
      },
    });
  }

  returns(value: unknown): unknown {
    this.#value = value;
    // What an async function returns is awaited when its body is over already: the frame stays until then.
    const awaited = this.#type === 'coroutine' ? findAwaited(value) : undefined;
    this.#outlivesBody = awaited !== undefined;
    return awaited === undefined ? value : new WatchedIterator(awaited, this.#lastWatcher());
  }

  raised(error: unknown): unknown {
    this.#error = { error };
    this.#blame(error);
    return error;
  }

  left(): void {
    if (!this.#outlivesBody || this.#error !== undefined) this.#leave();
  }

  #leave(): void {
    this.#leaveStack();
    const how = this.#error ? 'raised' : 'returned';
    const value = this.#error ? describeError(this.#error.error) : describeValue(this.#value);
    this.#world.recorder.add({ kind: 'frame-left', frame: this.id, how, value, line: this.#line });
  }

  /** Tells of resumptions and suspensions of this frame in what it yields or delegates to. */
  #watcher(delegates: boolean): IteratorWatcher {
    let suspended = false;
    let thrown = false;
    // After a throw into what it delegates to, CPython comes to the line of the `await` or `yield from` once more.
    const goOn = (): void => {
      if (delegates && thrown) this.again(this.#line);
    };
    return {
      entering: (how, value) => {
        if (!suspended) return;
        suspended = false;
        thrown = this.#enter(how, value) === 'throw';
      },
      raising: (error) => {
        this.#blame(error);
        goOn();
      },
      leaving: (result) => {
        if (result.done === true) {
          goOn();
          return;
        }
        suspended = true;
        this.#suspend(result.value, delegates, delegates && (thrown || this.#type !== 'generator'));
      },
    };
  }

  /** Watches what the frame has returned: with its end comes the frame's. */
  #lastWatcher(): IteratorWatcher {
    const { entering, leaving, raising } = this.#watcher(true);
    return {
      entering,
      leaving: (result) => {
        leaving?.(result);
        if (result.done !== true) return;
        this.#value = result.value;
        this.#leave();
      },
      raising: (error) => {
        raising?.(error);
        this.raised(error);
        this.#leave();
      },
    };
  }

  #enter(method: 'next' | 'throw' | 'return', value: unknown): Resumption {
    const { recorder } = this.#world;
    recorder.check();
    const { thrown } = recorder;
    if (method === 'return') {
      this.#value = value;
      return this.#resume('close');
    }
    if (method === 'throw') {
      return value instanceof GeneratorExit ? this.#resume('close') : this.#resume('throw', describeError(value));
    }
    if (thrown !== undefined) return this.#resume('throw', describeError(thrown));
    return value === undefined ? this.#resume('next') : this.#resume('send', describeValue(value));
  }

  #resume(how: Resumption, value?: string): Resumption {
    const { stack, recorder } = this.#world;
    const by = stack.at(-1)?.id ?? null;
    stack.push(this);
    recorder.add({ kind: 'frame-resumed', frame: this.id, by, how, ...given(value), line: this.#line });
    return how;
  }

  /** `isHidden`: what a coroutine that awaits hands to the loop is the loop's business. */
  #suspend(value: unknown, delegates: boolean, isHidden: boolean): void {
    this.#leaveStack();
    const shown = isHidden ? undefined : delegates && isPending(value) ? '<Future pending>' : describeValue(value);
    this.#world.recorder.add({ kind: 'frame-suspended', frame: this.id, line: this.#line, ...given(shown), delegates });
  }

  #blame(error: unknown): void {
    this.#world.errorLines.raised(error, this.#line, {
      id: this.id,
      name: this.#name,
      isInFrame: (line) => line >= this.#firstLine && line <= this.#lastLine,
    });
  }

  /** Takes the frame off the stack, and with it any that an error of the engine's left there. */
  #leaveStack(): void {
    const { stack } = this.#world;
    const at = stack.lastIndexOf(this);
    if (at >= 0) stack.length = at;
  }
}

/** Whatever the scheduler's own waits are, asyncio's loop would be handed a future. */
function isPending(value: unknown): boolean {
  const { done, cancel } = (value ?? {}) as Partial<Pending>;
  return typeof done === 'function' && typeof cancel === 'function' && !isFuture(value);
}

const given = (value: string | undefined): { readonly value?: string } => (value === undefined ? {} : { value });
