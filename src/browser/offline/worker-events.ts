/** The part of a service worker's scope that is used here; TypeScript's DOM library has only the scope of pages. */
export type WorkerScope = {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: LastingEvent) => void): void;
  addEventListener(type: 'message', listen: (event: LastingEvent & { readonly data: unknown }) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
};

/** An event that ends when the promises given to `waitUntil` have settled. */
type LastingEvent = { waitUntil(work: Promise<unknown>): void };

export type FetchEvent = LastingEvent & {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};

/** This service worker. */
export const scope = globalThis as unknown as WorkerScope;

/** The prefix of all cache names of this site. Another site may be on the same host. */
export const cachePrefix = `yieldpoint ${new URL(scope.registration.scope).pathname} `;
