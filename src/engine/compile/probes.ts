/** The module name under which instrumented code asks for its probes. */
export const probesModule = 'yieldpoint:probes';

/** What an activation belongs to, as in the trace. */
export type FrameType = 'generator' | 'coroutine' | 'async-generator';

/**
 * What instrumented code announces. The compiler writes the calls, whoever runs the program answers them.
 *
 * No probe changes what the program does: each hands back what the code would have had without it. Lines are source lines from 1.
 */
export interface Probes {
  /** First thing in the body of every generator function, lowered or not: its frame is entered for the first time. */
  enter(name: string, type: FrameType, firstLine: number, lastLine: number): FrameProbe;
  /**
   * Tells the scheduler what a generator function is called, and returns the function: `name` for the bodies of lowered functions,
   * which have none, and the key `functionName` of its prototype, where a generator finds it.
   */
  named<Make extends GeneratorFunction>(make: Make, name: string): Make;
  /** Stands for `console` in `console.log(…)` on that line; anything else that is called `console` comes back as it is. */
  consoleAt(console: unknown, line: number): unknown;
  /** The value of a call that is a statement of its own, on that line: nobody takes it. */
  dropped(value: unknown, line: number): void;
  /** Once a round in every loop outside frames, so that an endless one can be stopped. */
  spin(): void;
}

/** The probes of one activation of a generator function, coroutine function or async generator function. */
export interface FrameProbe {
  /** A statement on that line begins. */
  line(line: number): void;
  /** A loop comes back to its header on that line. */
  again(line: number): void;
  /** What a `for…of` on that line iterates; `text` is its source, for the error if it cannot be iterated. */
  each(iterable: unknown, line: number, text: string): unknown;
  /** `yield value` is compiled to `yield* yields(value)`, so that how the frame is resumed can be seen. */
  yields(value: unknown, line: number): unknown;
  /** `yield* iterable` is compiled to `yield* delegates(iterable)`. */
  delegates(iterable: unknown, line: number, text: string): unknown;
  /** `await value` is compiled to `await awaits(value)`; without `line` the compiler added the await itself. */
  awaits(value: unknown, line?: number): unknown;
  /** `yield* iterable` in an async generator awaits what the iterator's methods return, */
  asyncDelegates(iterator: unknown, line: number): unknown;
  /** and hands on what it yields. */
  asyncYields(delegator: unknown): unknown;
  /** `return value` is compiled to `return returns(value)`. */
  returns(value: unknown): unknown;
  /** The body let this error out. */
  raised(error: unknown): unknown;
  /** The frame is left, in whatever way. */
  left(): void;
}
