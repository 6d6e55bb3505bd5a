import { cachePrefix, scope } from './worker-events.ts';

// Served as `/service-worker.js` while the real worker is broken. It replaces the real worker at once, deletes its caches, and
// unregisters itself.

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
