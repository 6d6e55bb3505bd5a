import type { FailureCause } from '../../../engine/run/failure.ts';

/** Says why a file of the site may not have come, by asking for it once more; `fallback` is the cause if it comes now. */
export async function askWhy<Fallback extends FailureCause>(
  address: string,
  fallback: Fallback,
): Promise<'network' | 'site' | Fallback> {
  // No service worker answers HEAD: what it keeps is there, and not what did not come.
  return fetch(address, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => (ok ? fallback : 'site'),
    () => 'network' as const,
  );
}
