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

/** Names of Python's that are called differently here; the others differ only in their case. */
const renamed: Readonly<Record<string, string>> = {
  ValueError: 'RangeError, which is part of the language',
  BaseExceptionGroup: 'ExceptionGroup',
};

/**
 * Returns a module that refuses the names that it does not have, as the language does for modules of its own. Without this, a program
 * would only learn that undefined is not a function.
 */
export function provideNames<Module extends object>(module: Module): Module {
  const byLetters = new Map(Object.keys(module).map((name) => [name.toLowerCase(), name]));
  const missing = new Proxy(Object.create(null) as object, {
    get: (_, key): unknown => {
      if (typeof key === 'symbol' || key === '__esModule' || key === 'then') return undefined;
      if (key in Object.prototype) return Object.prototype[key as keyof object];
      const instead = renamed[key] ?? byLetters.get(key.replaceAll('_', '').toLowerCase());
      throw new ReferenceError(
        `Expected a name that @yieldpoint/scheduler exports, but got ${key}. ${
          instead === undefined
            ? 'It has the names of asyncio in camelCase, such as createTask and waitFor.'
            : `Write ${instead}.`
        }`,
      );
    },
  });
  return Object.setPrototypeOf(module, missing) as Module;
}
