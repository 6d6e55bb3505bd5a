/*
 * The language has no way to ask whether a value is a `Proxy`, and every access to one may run the program's code. So a program
 * gets a `Proxy` that makes the same proxies and remembers them.
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

/** Itself a proxy of the original, so it has the same name and length, and can only be called with `new`. */
const watched = new original(original, {
  construct: (target, [of, handler], newTarget) => {
    const made = Reflect.construct(target, [of, handler], newTarget) as object;
    add(made);
    return made;
  },
  get: (target, key, receiver): unknown => (key === 'revocable' ? revocable : Reflect.get(target, key, receiver)),
});
add(watched);

// Saved while the name exists: in the sandbox it is removed before the program begins.
const realm = globalThis;

/** From now on remembers every proxy that is made. Returns a function that restores the program's own `Proxy`. */
export function watchProxies(): () => void {
  realm.Proxy = watched;
  return () => {
    if (realm.Proxy === watched) realm.Proxy = original;
  };
}
