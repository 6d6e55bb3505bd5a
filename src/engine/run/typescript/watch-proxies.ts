/** Tells whether a value is a `Proxy`, which nothing of the language does, because every look at one may run the program's code. */
export type ProxyWatch = {
  readonly isProxy: (value: object) => boolean;
  /** Gives the program's world its own `Proxy` back. */
  readonly end: () => void;
};

/**
 * Puts a `Proxy` into the place of the language's own that makes the same proxies and remembers them. To a program it looks alike:
 * the same name and length, no prototype, an error without `new`.
 */
export function watchProxies(): ProxyWatch {
  const original = Proxy;
  const proxies = new WeakSet();
  const add = proxies.add.bind(proxies);
  const has = proxies.has.bind(proxies);
  // Itself a proxy of the original, which so keeps its name, its length, and that it can only be called with `new`.
  const watched = new original(original, {
    construct: (target, [of, handler], newTarget) => {
      const made = Reflect.construct(target, [of, handler], newTarget) as object;
      add(made);
      return made;
    },
    get: (target, key, receiver): unknown => {
      if (key !== 'revocable') return Reflect.get(target, key, receiver);
      return revocable;
    },
  });
  const revocable: ProxyConstructor['revocable'] = (of, handler) => {
    const made = original.revocable(of, handler);
    add(made.proxy);
    return made;
  };
  globalThis.Proxy = watched;
  return {
    isProxy: has,
    end: () => {
      if (globalThis.Proxy === watched) globalThis.Proxy = original;
    },
  };
}
