/**
 * Several errors raised together (PEP 654). As in Python its text counts them: `unhandled errors in a TaskGroup (2 sub-exceptions)`.
 *
 * `message` includes the count, as Python's `str()` does.
 *
 * @see PEP 654, builtins.ExceptionGroup
 */
export class ExceptionGroup extends Error {
  override get name(): string {
    return 'ExceptionGroup';
  }
  /** The errors, in the order in which they were raised. */
  readonly exceptions: readonly unknown[];
  readonly #text: string;

  /** `options.cause` is the cause, as for any error. @throws RangeError if there are no exceptions. */
  constructor(message: string, exceptions: Iterable<unknown>, options?: ErrorOptions) {
    const all = [...exceptions];
    if (all.length === 0) throw new RangeError('Expected at least one exception in an ExceptionGroup, but got none.');
    super(`${message} (${all.length} sub-exception${all.length === 1 ? '' : 's'})`, options);
    this.#text = message;
    this.exceptions = all;
  }

  /** The group with only the errors that match, nested as before; null if there are none. */
  subgroup(matches: ErrorFilter): ExceptionGroup | null {
    return this.split(matches)[0];
  }

  /** `[matching errors, the rest]`, each nested as before or null, like `except*`. */
  split(matches: ErrorFilter): [ExceptionGroup | null, ExceptionGroup | null] {
    if (test(this, matches)) return [this, null];
    const yes: unknown[] = [];
    const no: unknown[] = [];
    for (const error of this.exceptions) {
      if (error instanceof ExceptionGroup) {
        const [inside, outside] = error.split(matches);
        if (inside !== null) yes.push(inside);
        if (outside !== null) no.push(outside);
      } else (test(error, matches) ? yes : no).push(error);
    }
    return [this.derive(yes), this.derive(no)];
  }

  /** @internal */
  private derive(errors: unknown[]): ExceptionGroup | null {
    return errors.length === 0 ? null : new ExceptionGroup(this.#text, errors, { cause: this.cause });
  }
}

/** A class of errors, or a function that says whether an error matches. */
export type ErrorFilter = (abstract new (...args: never[]) => Error) | ((error: unknown) => boolean);

function test(error: unknown, matches: ErrorFilter): boolean {
  return isErrorClass(matches) ? error instanceof matches : matches(error);
}

function isErrorClass(filter: ErrorFilter): filter is abstract new (...args: never[]) => Error {
  const { prototype } = filter as { prototype: unknown };
  return filter === Error || prototype instanceof Error;
}
