/** The module name under which instrumented code asks for its probes. */
export const probesModule = 'yieldpoint:probes';

/** What an activation belongs to, as in the trace. */
export type FrameType = 'generator' | 'coroutine' | 'async-generator' | 'function';

/**
 * Reads the variables of a place in the program into an object, in the order in which they are declared. Those that may have no
 * value yet are behind a getter, which then throws. `this` of a method stands under its own name.
 */
export type ReadVariables = () => Readonly<Record<string, unknown>>;

/**
 * What instrumented code announces. The compiler writes the calls, whoever runs the program answers them.
 *
 * No probe changes what the program does: each hands back what the code would have had without it. Lines are source lines from 1.
 */
export interface Probes {
  /**
   * First thing in the body of every function that is followed, lowered or not: its frame is entered for the first time.
   * `read` reads what it was called with, `outer` is the frame of the function around it, or of the module, and `shared` are the
   * variables of those that it uses.
   */
  enter(
    name: string,
    type: FrameType,
    firstLine: number,
    lastLine: number,
    read?: ReadVariables,
    outer?: FrameProbe,
    shared?: readonly string[],
  ): FrameProbe;
  /** The frame of the module itself, for the statements outside of all functions. */
  readonly module: FrameProbe;
  /**
   * Tells the scheduler what a generator function is called, and returns the function: `name` for the bodies of lowered functions,
   * which have none, and the key `functionName` of its prototype, where a generator finds it.
   */
  named<Make extends GeneratorFunction>(make: Make, name: string): Make;
  /** What objects of a class with this prototype keep in private fields; `read` gives those that an object has by then. */
  keeping(prototype: object, read: (object: object) => Readonly<Record<string, unknown>>): void;
  /** Stands for `console` in `console.log(…)` on that line; anything else that is called `console` comes back as it is. */
  consoleAt(console: unknown, line: number): unknown;
  /** The value of a call that is a statement of its own, on that line: nobody takes it. */
  dropped(value: unknown, line: number): void;
  /** Once a round in every loop that no frame announces, so that an endless one can be stopped. */
  spin(): void;
}

/** The probes of one activation of a function, or of the module. */
export interface FrameProbe {
  /** A statement on that line begins; `read` reads what is declared there, until the next statement begins. */
  line(line: number, read?: ReadVariables): void;
  /** A loop comes back to its header on that line. */
  again(line: number, read?: ReadVariables): void;
  /** What a `for…of` on that line iterates; `text` is its source, for the error if it cannot be iterated. */
  each(iterable: unknown, line: number, text: string, read?: ReadVariables): unknown;
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
