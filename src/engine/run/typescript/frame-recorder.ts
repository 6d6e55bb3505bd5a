/*
 * What one frame of a program records about itself: its lines, its suspensions, the values that go in and come out, and its
 * variables.
 *
 * A long file, because all of it is methods of one class that share the frame's position.
 */
import { GeneratorExit, isFuture, type Pending } from '@yieldpoint/scheduler';
import { findAwaited } from '@yieldpoint/scheduler/lowering';
import type { FrameProbe, ReadVariables } from '../../compile/probes.ts';
import type { EventBase, FrameEvent, FrameType } from '../../trace/event/events.ts';
import { isSuspendable } from '../../trace/event/is-suspendable.ts';
import type { Variables } from '../../trace/event/variables.ts';
import { describeValue, readSafely } from './describe-value.ts';
import { describeError } from './error-text.ts';
import type { ErrorLines } from './error-lines.ts';
import type { EventRecorder } from './event-recorder.ts';
import type { GeneratorFrames } from './generator-frames.ts';
import type { FrameVariables, OuterVariables, VariableRecorder } from './variable-recorder.ts';
import { getIterator, type IteratorWatcher, watchAsyncIterator, WatchedIterator, yieldOnce } from './watch-iterator.ts';

type Resumption = Extract<FrameEvent, { kind: 'frame-resumed' }>['how'];

/** What all frames of a run share. */
export type FrameWorld = {
  readonly recorder: EventRecorder;
  /** The frames on the call stack, innermost last. */
  readonly stack: FrameRecorder[];
  /** The frame that reached a line last; plain functions are not on the stack. */
  current?: FrameRecorder | undefined;
  readonly errorLines: ErrorLines;
  /** How many frames have been entered so far. */
  count: number;
  /** The class of the objects that the lowering's `__await` makes: what an async generator awaits rather than yields. */
  readonly awaitClass: abstract new (...args: never[]) => unknown;
  /** Records the variables of frames; undefined once the run has had too many. */
  variables: VariableRecorder | undefined;
  readonly generators: GeneratorFrames;
  /** How many more events of plain functions are recorded. */
  plainEventsLeft: number;
  /** How many calls of the plain functions on each line were recorded. */
  readonly plainCalls: Map<number, number>;
};

/** Where a function is in the program, and what it shares with the functions around it. */
export type FramePlace = {
  readonly name: string;
  readonly type: FrameType;
  readonly line: number;
  readonly lastLine: number;
  /** Reads its arguments. */
  readonly read?: ReadVariables | undefined;
  /** The frame of the enclosing function, or of the module. */
  readonly outer?: FrameRecorder | undefined;
  /** The variables it uses of enclosing functions. */
  readonly shared?: readonly string[] | undefined;
};

/**
 * Records what one activation does.
 *
 *   entered ─▶ running ──suspend──▶ suspended ──resume──▶ running ──leave──▶ left
 *
 * While it runs, it is on the stack, together with the frames that resumed it.
 */
export class FrameRecorder implements FrameProbe {
  readonly id: number;
  readonly #world: FrameWorld;
  readonly #type: FrameType;
  readonly #firstLine: number;
  readonly #lastLine: number;
  readonly #name: string;
  #line: number;
  /** The line that was last announced: none on entry, so that a body on the function's own line is announced. */
  #announced: number | undefined;
  #value: unknown;
  #error: { readonly error: unknown } | undefined;
  #outlivesBody = false;
  /** Whether its variables are gone; those of the module never are. */
  #isOver = false;
  /** Reads the variables of the statement that runs. */
  #read: ReadVariables | undefined;
  readonly #variables: FrameVariables;
  readonly #outer: FrameRecorder | undefined;
  readonly #shared: readonly string[];

  constructor(world: FrameWorld, { name, type, line, lastLine, read, outer, shared = [] }: FramePlace) {
    this.id = ++world.count;
    this.#world = world;
    this.#line = this.#firstLine = line;
    this.#lastLine = lastLine;
    this.#name = name;
    this.#type = type;
    this.#read = read;
    this.#outer = outer;
    this.#shared = shared;
    this.#variables = { frame: this.id, told: new Map() };
    const parameters = read === undefined ? [] : Object.keys(read());
    const generator = isSuspendable(type) ? world.generators.entered(this.id, type, name) : undefined;
    const object = generator && world.variables?.numberOf(generator);
    this.#add({
      kind: 'frame-created',
      frame: this.id,
      function: name,
      type,
      line,
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(object === undefined ? {} : { object }),
    });
    if (this.#isSuspendable) this.#resume('next');
  }

  /** The line it has reached. */
  get currentLine(): number {
    return this.#line;
  }

  get #isSuspendable(): boolean {
    return isSuspendable(this.#type);
  }

  line(line: number, read?: ReadVariables): void {
    this.#read = read;
    this.#reach(line);
  }

  again(line: number, read?: ReadVariables): void {
    this.#read = read;
    this.#reachAgain(line);
  }

  #reach(line: number): void {
    if (line !== this.#announced) this.#reachAgain(line);
    else this.#world.recorder.check();
  }

  #reachAgain(line: number): void {
    const { recorder } = this.#world;
    this.#line = line;
    this.#world.current = this;
    recorder.check();
    if (this.#isSuspendable) recorder.thrown = undefined;
    this.#announced = line;
    this.#add({ kind: 'line', frame: this.id, line });
  }

  each(iterable: unknown, line: number, text: string, read?: ReadVariables): WatchedIterator {
    let first = true;
    const entering: IteratorWatcher['entering'] = (how) => {
      if (how === 'next' && !first) this.again(line, read);
      first = false;
    };
    return new WatchedIterator(getIterator(iterable, text), { entering });
  }

  yields(value: unknown, line: number): WatchedIterator {
    this.#reach(line);
    return new WatchedIterator(yieldOnce(value), this.#watcher(false));
  }

  delegates(iterable: unknown, line: number, text: string): WatchedIterator {
    this.#reach(line);
    return new WatchedIterator(getIterator(iterable, text), this.#watcher(true));
  }

  awaits(value: unknown, line?: number): unknown {
    if (line !== undefined) this.#reach(line);
    const awaited = findAwaited(value);
    return awaited === undefined ? value : new WatchedIterator(awaited, this.#watcher(true));
  }

  asyncDelegates(iterator: unknown, line: number): unknown {
    this.#reach(line);
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
    // An async function awaits its return value after its body has ended, so the frame stays until then.
    const awaited = this.#type === 'coroutine' ? findAwaited(value) : undefined;
    this.#outlivesBody = awaited !== undefined;
    return awaited === undefined ? value : new WatchedIterator(awaited, this.#lastWatcher());
  }

  raised(error: unknown): unknown {
    this.#error = { error };
    if (this.#isSuspendable) this.#blame(error);
    return error;
  }

  left(): void {
    if (!this.#outlivesBody || this.#error !== undefined) this.#leave();
  }

  #leave(): void {
    this.#leaveStack();
    const how = this.#error ? 'raised' : 'returned';
    const value = this.#error ? describeError(this.#error.error) : describeValue(this.#value);
    this.#add({ kind: 'frame-left', frame: this.id, how, value, line: this.#line });
    this.#isOver = this.#type !== 'module';
  }

  /** Records when this frame is resumed and suspended in what it yields or delegates to. */
  #watcher(delegates: boolean): IteratorWatcher {
    let suspended = false;
    let thrown = false;
    // After a throw into the delegate, CPython reaches the line of the `await` or `yield from` once more.
    const goOn = (): void => {
      if (delegates && thrown) this.#reachAgain(this.#line);
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
      lacking: () => {
        goOn();
        thrown = false;
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

  /** Watches the value that the frame has returned: when that ends, the frame ends. */
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
      return value instanceof GeneratorExit
        ? this.#resume('close')
        : this.#resume('throw', describeError(value ?? thrown));
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

  /** `isHidden`: what an awaiting coroutine yields to the loop concerns only the loop. */
  #suspend(value: unknown, delegates: boolean, isHidden: boolean): void {
    this.#leaveStack();
    const shown = isHidden ? undefined : delegates && isPending(value) ? '<Future pending>' : describeValue(value);
    this.#add({ kind: 'frame-suspended', frame: this.id, line: this.#line, ...given(shown), delegates });
  }

  /** Adds an event with the present values of the frame's variables. */
  #add(event: FrameDraft): void {
    const world = this.#world;
    const { recorder } = world;
    const isPlain = !this.#isSuspendable;
    if (recorder.stopped !== undefined || (isPlain && world.plainEventsLeft <= 0)) return;
    recorder.addOfFrame(event, () => this.#look(), isPlain);
    if (!isPlain) return;
    world.plainEventsLeft -= 1;
    if (world.plainEventsLeft === 0) recorder.add({ kind: 'following-ended', of: 'functions' });
  }

  #look(): Variables | undefined {
    const recorder = this.#world.variables;
    if (recorder === undefined) return undefined;
    const values = this.#readVariables();
    if (values === undefined) return undefined;
    const found = recorder.look(this.#variables, values, this.#lookAround());
    if (!recorder.isFull) return found;
    this.#world.variables = undefined;
    this.#world.recorder.add({ kind: 'following-ended', of: 'variables' });
    return undefined;
  }

  /** The variables that have a value at the frame's position; undefined if the stack has no room left to read them. */
  #readVariables(): ReadonlyMap<string, unknown> | undefined {
    const values = new Map<string, unknown>();
    let scope: Readonly<Record<string, unknown>>;
    try {
      scope = this.#read?.() ?? {};
    } catch {
      return undefined;
    }
    for (const name in scope) {
      try {
        values.set(name, scope[name]);
      } catch {
        // Declared, but still without a value.
      }
    }
    return values;
  }

  /** The variables that the frame sees: its own, and those of the functions around it and of the module. */
  *listVisible(): Generator<readonly [string, unknown]> {
    yield* this.#readVariables() ?? [];
    if (this.#outer !== undefined) yield* this.#outer.listVisible();
  }

  /** The variables of enclosing functions that it uses, each from the innermost frame that has it. */
  #lookAround(): readonly OuterVariables[] {
    let missing = this.#shared;
    const found: OuterVariables[] = [];
    for (let frame = this.#outer; frame && missing.length > 0; frame = frame.#outer) {
      const all = frame.#readVariables();
      if (all === undefined) break;
      const names = missing.filter((name) => all.has(name));
      if (names.length === 0) continue;
      missing = missing.filter((name) => !all.has(name));
      if (!frame.#isOver)
        found.push({ variables: frame.#variables, values: new Map(names.map((name) => [name, all.get(name)])) });
    }
    return found;
  }

  #blame(error: unknown): void {
    // The error of a full stack comes through here too, and is the one to report.
    readSafely(() => {
      this.#world.errorLines.raised(error, this.#line, {
        id: this.id,
        name: this.#name,
        isInFrame: (line) => line >= this.#firstLine && line <= this.#lastLine,
      });
    }, undefined);
  }

  /** Takes the frame off the stack, together with any frames above it that an error of the engine left there. */
  #leaveStack(): void {
    const { stack } = this.#world;
    const at = stack.lastIndexOf(this);
    if (at >= 0) stack.length = at;
  }
}

/** Whatever the scheduler itself waits on, asyncio's loop would get a future. */
function isPending(value: unknown): boolean {
  const { done, cancel } = (value ?? {}) as Partial<Pending>;
  return typeof done === 'function' && typeof cancel === 'function' && !isFuture(value);
}

type WithoutBase<Event> = Event extends unknown ? Omit<Event, keyof EventBase> : never;
type FrameDraft = WithoutBase<FrameEvent>;

const given = (value: string | undefined): { readonly value?: string } => (value === undefined ? {} : { value });
