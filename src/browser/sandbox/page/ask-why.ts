import type { FailureCause } from '../../../engine/run/failure.ts';

/**
 * Finds out why a file of the site may have failed to load, by requesting it once more. `fallback` is the reason if it loads now.
 */
export async function askWhy<Fallback extends FailureCause>(
  address: string,
  fallback: Fallback,
): Promise<'network' | 'site' | Fallback> {
  // Service workers do not answer HEAD. A file they have cached is there, and it is not the one that failed.
  return fetch(address, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => (ok ? fallback : 'site'),
    () => 'network' as const,
  );
}
