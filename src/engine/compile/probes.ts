/** The module name from which instrumented code imports its probes. */
export const probesModule = 'yieldpoint:probes';

/** What an activation belongs to, as in the trace. */
export type FunctionKind = 'generator' | 'coroutine' | 'async-generator' | 'function';

/**
 * Reads the variables of a place in the program into an object, in the order in which they are declared. Variables that may not
 * have a value yet are behind a getter, which then throws. The `this` of a method is included as `this`.
 */
export type ReadVariables = () => Readonly<Record<string, unknown>>;

/**
 * Everything that instrumented code announces. The compiler writes the calls, and the code that runs the program implements them.
 *
 * No probe changes what the program does: each returns the value that the code would have had without it. Lines are source lines
 * from 1.
 */
export interface Probes {
  /**
   * The first call in the body of every recorded function, lowered or not: its frame is entered for the first time. `read` reads
   * its arguments, `outer` is the frame of the enclosing function or of the module, and `shared` are the variables that it uses of
   * those.
   */
  enter(
    name: string,
    type: FunctionKind,
    firstLine: number,
    lastLine: number,
    read?: ReadVariables,
    outer?: FrameProbe,
    shared?: readonly string[],
  ): FrameProbe;
  /** The frame of the module itself, for the statements outside of all functions. */
  readonly module: FrameProbe;
  /**
   * Gives the scheduler the name of a generator function, and returns the function. It sets `name` for the bodies of lowered
   * functions, which have none, and the key `functionName` of the prototype, where a generator finds it.
   */
  named<Make extends GeneratorFunction>(make: Make, name: string): Make;
  /**
   * Registers which private fields objects of a class with this prototype have; `read` returns those that an object has at that
   * time.
   */
  keeping(prototype: object, read: (object: object) => Readonly<Record<string, unknown>>): void;
  /** Replaces `console` in `console.log(…)` on that line; anything else that is called `console` is returned unchanged. */
  consoleAt(console: unknown, line: number): unknown;
  /** The value of a call that is its own statement, on that line. The value is dropped. */
  dropped(value: unknown, line: number): void;
  /**
   * Stands for a name of a host (see `hostNames`) that the program uses, and the member of it if one is named.
   *
   * @throws {ReferenceError} always, on the line of the name
   */
  missing(name: string, member?: string): never;
  /** Called once a round in every loop that no frame announces, so that an endless loop can be stopped. */
  spin(): void;
}

/** The probes of one activation of a function, or of the module. */
export interface FrameProbe {
  /** A statement on that line begins; `read` reads the variables declared there, until the next statement begins. */
  line(line: number, read?: ReadVariables): void;
  /** A loop returns to its header on that line. */
  again(line: number, read?: ReadVariables): void;
  /** The object that a `for…of` on that line iterates; `text` is its source, for the error if it is not iterable. */
  each(iterable: unknown, line: number, text: string, read?: ReadVariables): unknown;
  /** `yield value` is compiled to `yield* yields(value)`, which sees how the frame is resumed. */
  yields(value: unknown, line: number): unknown;
  /** `yield* iterable` is compiled to `yield* delegates(iterable)`. */
  delegates(iterable: unknown, line: number, text: string): unknown;
  /** `await value` is compiled to `await awaits(value)`; without `line` the compiler added the await itself. */
  awaits(value: unknown, line?: number): unknown;
  /** `yield* iterable` in an async generator awaits the results of the iterator's methods, */
  asyncDelegates(iterator: unknown, line: number): unknown;
  /** and passes on what the iterator yields. */
  asyncYields(delegator: unknown): unknown;
  /** `return value` is compiled to `return returns(value)`. */
  returns(value: unknown): unknown;
  /** The body did not catch this error. */
  raised(error: unknown): unknown;
  /** The frame is left, in any way. */
  left(): void;
}
