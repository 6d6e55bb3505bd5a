/** The page's Trusted Types policy factory; TypeScript does not know it yet. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
};

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Starts a module worker of the site under the page's Trusted Types policy `workers`. A page may create that policy only once, so
 * every worker of the site starts here.
 *
 * @param url as a bundler gives it for `./some-worker.ts?worker&url`
 * @throws {TypeError} for a script of another site
 */
export function startSiteWorker(url: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('workers', { createScriptURL: checkOwn });
  return new Worker(policy === undefined ? checkOwn(url) : policy.createScriptURL(url), { type: 'module' });
}

function checkOwn(url: string): string {
  const resolved = new URL(url, location.href);
  if (resolved.origin === location.origin && resolved.pathname.startsWith(import.meta.env.BASE_URL))
    return resolved.href;
  throw new TypeError(`Expected a worker of this site, but got ${resolved.href}.`);
}
