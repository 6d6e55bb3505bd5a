/** The part of a service worker's scope that is used here; the compiler knows the scope of pages only. */
export type WorkerScope = {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: LastingEvent) => void): void;
  addEventListener(type: 'message', listen: (event: LastingEvent & { readonly data: unknown }) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
};

/** An event that lasts as long as what it is given to wait for. */
type LastingEvent = { waitUntil(work: Promise<unknown>): void };

export type FetchEvent = LastingEvent & {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};

/** This service worker. */
export const scope = globalThis as unknown as WorkerScope;

/** What the names of all caches of this site begin with; another site may share the host. */
export const cachePrefix = `yieldpoint ${new URL(scope.registration.scope).pathname} `;
