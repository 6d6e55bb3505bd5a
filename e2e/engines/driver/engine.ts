/** A browser engine that tests drive like a reader. */
export type Engine = {
  readonly name: string;
  /** Opens a browser without stored data and without history. */
  open(): Promise<Reader>;
  close(): Promise<void>;
};

/** An element to press or read: a role and the name that assistive technology gets, inside the first element of a selector. */
export type Target = {
  readonly role: Role;
  /** The whole name, in any case, unless it is a pattern. */
  readonly name: string | RegExp;
  readonly within?: string;
};

export type Role = 'button' | 'link' | 'textbox' | 'combobox' | 'slider' | 'radio' | 'option' | 'tab';

/** One page, and what a reader does on it. Every action waits until it is possible, for at most twenty seconds. */
export type Reader = {
  open(address: string): Promise<void>;
  /** Presses the element that a target or a selector names, with the engine's own pointer. */
  click(target: Target | string): Promise<void>;
  /** Types a text with keys, into the focused element. */
  type(text: string): Promise<void>;
  /** Presses a key, such as `ArrowRight` or `Control+Enter`. */
  press(key: string): Promise<void>;
  /** Runs a function in the page and returns its result, as JSON. */
  evaluate<Result, Args extends readonly unknown[]>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  resize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** Prints the page as PDF. */
  print(): Promise<Buffer>;
  /** Errors and warnings on the page's console so far, uncaught errors, and what a policy refused. */
  readonly faults: readonly string[];
  /** Asks the engine for faults that it has not reported by itself. */
  collectFaults(): Promise<readonly string[]>;
  close(): Promise<void>;
};
