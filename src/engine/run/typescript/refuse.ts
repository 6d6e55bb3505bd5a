/** What a program calls in the place of `runRealTime`. */
export function refuseRealTime(): never {
  throw new TypeError(
    'Expected virtual time, but got runRealTime. Here a program runs in virtual time: use run, or export main.',
  );
}

/** What a program gets that requires another module. */
export function refuseModule(name: string): never {
  throw new TypeError(
    `Expected require("@yieldpoint/scheduler"), but got require("${name}"). A program here may use nothing else.`,
  );
}
