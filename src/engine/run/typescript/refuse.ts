import { suggestInstead } from '../../compile/suggest-instead.ts';

/** What a program gets instead of `runRealTime`. */
export function refuseRealTime(): never {
  throw new TypeError(
    'Expected virtual time, but got runRealTime. Here a program runs in virtual time: use run, or export main.',
  );
}

/** `run` in a function of `toThread`. */
export function refuseLoopInThread(): never {
  throw new TypeError(
    'Expected one event loop, but got run() in a function of toThread. A thread runs here to its end in one piece, so its loop could not ' +
      'take turns with the other. Two tasks of one loop show the same, with every switch drawn.',
  );
}

/** What a program gets when it requires another module. */
export function refuseModule(name: string): never {
  const instead = suggestInstead(name);
  throw new TypeError(
    `Expected require("@yieldpoint/scheduler"), but got require("${name}"). A program here may use nothing else.${
      instead === '' ? '' : ` ${instead}`
    }`,
  );
}
