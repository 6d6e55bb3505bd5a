/*
 * Whether a value is a `Proxy` nothing of the language tells, because every look at one may run the program's code. So a program gets
 * a `Proxy` that makes the same proxies and remembers them.
 */

const original = Proxy;
const proxies = new WeakSet();
const add = proxies.add.bind(proxies);
const has = proxies.has.bind(proxies);

/** Whether a value is a proxy that was made while proxies were watched. */
export function isProxy(value: object): boolean {
  return has(value);
}

const revocable: ProxyConstructor['revocable'] = (of, handler) => {
  const made = original.revocable(of, handler);
  add(made.proxy);
  return made;
};

/** Itself a proxy of the original, which so keeps its name, its length, and that it can only be called with `new`. */
const watched = new original(original, {
  construct: (target, [of, handler], newTarget) => {
    const made = Reflect.construct(target, [of, handler], newTarget) as object;
    add(made);
    return made;
  },
  get: (target, key, receiver): unknown => (key === 'revocable' ? revocable : Reflect.get(target, key, receiver)),
});
add(watched);

// Taken while the name is there: where a reader's program runs, it is gone before the program begins.
const realm = globalThis;

/** Has proxies remembered that are made from now on. Returns what gives the program's world its own `Proxy` back. */
export function watchProxies(): () => void {
  realm.Proxy = watched;
  return () => {
    if (realm.Proxy === watched) realm.Proxy = original;
  };
}
