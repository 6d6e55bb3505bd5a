/** The page's Trusted Types policy factory; TypeScript does not know it yet. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
};

/** Registers the service worker, once the page has loaded and the browser has nothing better to do. */
export function registerWorker(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!('serviceWorker' in navigator) || connection?.saveData === true) return;
  const begin = (): void => void register().catch(() => undefined);
  // Safari has no requestIdleCallback.
  const start = (): void => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(begin);
    else setTimeout(begin);
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  const wasControlled = serviceWorker.controller !== null;
  const base = import.meta.env.BASE_URL;
  const address = `${base}${base.endsWith('/') ? '' : '/'}service-worker.js`;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('offline', { createScriptURL: () => address });
  await serviceWorker.register(policy?.createScriptURL('') ?? address);
  if (wasControlled) return;
  // The page was loaded without the worker, so the worker needs to be told what to cache.
  const { active } = await serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage([location.href, ...loaded]);
}
