import { cachePrefix, scope } from './worker-events.ts';

// What `/service-worker.js` is while the real one is broken: it takes its place at once, deletes what that kept, and goes.

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith(cachePrefix)).map((name) => caches.delete(name))),
      )
      .then(() => scope.registration.unregister()),
  );
});
