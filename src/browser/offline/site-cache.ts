import type { BuildFiles } from '../../engine/page/build-files.ts';
import { cachePrefix, scope } from './worker-events.ts';

declare const buildFiles: BuildFiles;

/** What the build wrote before this script. */
export const build: BuildFiles = buildFiles;

/** The name of this build's cache. */
export const cacheName = cachePrefix + build.build;

export function openCache(): Promise<Cache> {
  return caches.open(cacheName);
}

/** The path of an address below the site's base, without query and fragment; undefined for addresses of other sites. */
export function readPath(url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  const base = new URL(scope.registration.scope);
  return origin === base.origin && pathname.startsWith(base.pathname)
    ? pathname.slice(base.pathname.length)
    : undefined;
}

export function resolveAddress(path: string): string {
  return new URL(path, scope.registration.scope).href;
}

/** The paths of everything cached, by this build and by older ones. */
export async function listCached(): Promise<readonly string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().flatMap(({ url }) => readPath(url) ?? []);
}

/** The cached answer for a path, of this build or of an older one. */
export async function findCached(path: string): Promise<Response | undefined> {
  const own = await (await openCache()).match(resolveAddress(path));
  if (own !== undefined) return own;
  for (const name of await caches.keys()) {
    const response = name.startsWith(cachePrefix)
      ? await (await caches.open(name)).match(resolveAddress(path))
      : undefined;
    if (response !== undefined) return response;
  }
  return undefined;
}
