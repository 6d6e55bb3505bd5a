import { siteAddress } from './site-address.ts';

/** Whether the service worker has cached a file of the site. Only secure pages have caches. */
export async function isKeptHere(path: string): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  return (await caches.match(siteAddress(path)).catch(() => undefined)) !== undefined;
}
