import { answer } from './answer.ts';
import { findSuccessors, isFixed } from '../../engine/page/build-files.ts';
import { resolveAddress, build, cacheName, listCached, openCache, readPath } from './site-cache.ts';
import { cachePrefix, scope } from './worker-events.ts';

// The service worker of one build. README.md says what it does.

scope.addEventListener('install', (event) => {
  event.waitUntil(keepFromTheStart());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(takeOver().then(() => scope.clients.claim()));
});

scope.addEventListener('message', (event) => {
  event.waitUntil(keepVisited(event.data));
});

scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && readPath(url) !== undefined) event.respondWith(answer(event));
});

/** Fetches what every page needs, and the new build's version of everything the reader has of the old one. */
async function keepFromTheStart(): Promise<void> {
  const cache = await openCache();
  await Promise.all(build.core.map((path) => keep(cache, path)));
  const old = findSuccessors(await listCached(), build.fixed);
  await Promise.allSettled(old.map((path) => keep(cache, path)));
}

/** Copies from the caches of older builds what was added meanwhile and is still valid, and deletes them. */
async function takeOver(): Promise<void> {
  const cache = await openCache();
  const fixed = new Set(build.fixed);
  for (const name of await caches.keys()) {
    if (!name.startsWith(cachePrefix) || name === cacheName) continue;
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      const path = readPath(request.url) ?? '';
      const response = isFixed(path) && !fixed.has(path) ? undefined : await old.match(request);
      if (response !== undefined && (await cache.match(request)) === undefined) await cache.put(request, response);
    }
    await caches.delete(name);
  }
}

/** Caches what a page loaded before this worker was active. */
async function keepVisited(data: unknown): Promise<void> {
  if (!Array.isArray(data)) return;
  const cache = await openCache();
  const paths = data.flatMap((url) => (typeof url === 'string' ? [readPath(url)] : []));
  await Promise.allSettled(paths.flatMap((path) => (path === undefined ? [] : [keep(cache, path)])));
}

async function keep(cache: Cache, path: string): Promise<void> {
  if ((await cache.match(resolveAddress(path))) !== undefined) return;
  const known = isFixed(path) ? await caches.match(resolveAddress(path)) : undefined;
  const response = known ?? (await fetch(resolveAddress(path), { cache: isFixed(path) ? 'default' : 'no-cache' }));
  if (!response.ok) throw new TypeError(`${path}: the answer was ${response.status}`);
  await cache.put(resolveAddress(path), response);
}
