/** A variable of the program that is drawn under its run at every step: `ready`, or an attribute of one, `self.ready`, `this.#ready`. */
export type Pin = {
  /** The variable's name and, after it, names of attributes. */
  readonly path: readonly [variable: string, ...attributes: string[]];
  /** What a list is used as in the program; if it is not given, the type of the value decides. */
  readonly use?: PinUse;
};

/** `queue`: first in, first out. `stack`: last in, first out. `heap`: smallest first out. */
export type PinUse = (typeof pinUses)[number];

const pinUses = ['list', 'queue', 'stack', 'heap'] as const;

/**
 * Reads what a demo pins: `ready as queue, self.asleep as heap, names`.
 *
 * @returns the variables in that order, or what was expected and what was found if one is written wrongly
 */
export function parsePins(text: string): readonly Pin[] | { readonly fault: string } {
  const pins: Pin[] = [];
  for (const entry of text.split(',')) {
    const [, path, use] =
      /^([\p{L}_$][\p{L}\p{N}_$]*(?:\.#?[\p{L}_$][\p{L}\p{N}_$]*)*)(?: +as +(\w+))?$/u.exec(entry.trim()) ?? [];
    const known = pinUses.find((each) => each === use);
    if (path === undefined || (use !== undefined && known === undefined)) {
      return {
        fault: `Expected names of variables such as "ready as queue, self.asleep as heap", with one of ${pinUses.join(', ')} after "as", but got "${entry.trim()}"`,
      };
    }
    pins.push({ path: path.split('.') as [string, ...string[]], ...(known === undefined ? {} : { use: known }) });
  }
  return pins;
}
