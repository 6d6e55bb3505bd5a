/** A browser engine that tests drive as a reader would. */
export type Engine = {
  readonly name: string;
  /** Opens a browser without a past: nothing kept, nothing visited. */
  open(): Promise<Reader>;
  close(): Promise<void>;
};

/** What is pressed or read: a role and the name that assistive technology gives it, within the first element of a selector. */
export type Target = {
  readonly role: Role;
  /** The whole name, without regard to case, unless it is a pattern. */
  readonly name: string | RegExp;
  readonly within?: string;
};

export type Role = 'button' | 'link' | 'textbox' | 'combobox' | 'slider' | 'radio' | 'option' | 'tab';

/** One page, and what a reader does on it. Everything waits until it can be done, for twenty seconds at most. */
export type Reader = {
  open(address: string): Promise<void>;
  /** Presses what a target or a selector names, with a pointer, as the engine itself does it. */
  click(target: Target | string): Promise<void>;
  /** Types a text with keys, where the focus is. */
  type(text: string): Promise<void>;
  /** Presses a key, such as `ArrowRight` or `Control+Enter`. */
  press(key: string): Promise<void>;
  /** Runs a function in the page and returns what it comes to, as JSON. */
  evaluate<Result, Args extends readonly unknown[]>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  resize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** The page as PDF. */
  print(): Promise<Buffer>;
  /** Errors and warnings on the page's console so far, errors that nobody caught, and what a policy refused. */
  readonly faults: readonly string[];
  /** Asks the engine for faults that it has not told by itself. */
  collectFaults(): Promise<readonly string[]>;
  close(): Promise<void>;
};
