import { isFixed } from '../../engine/page/build-files.ts';
import { listVisited } from './list-visited.ts';
import { resolveAddress, findCached, openCache, readPath } from './site-cache.ts';
import type { FetchEvent } from './worker-events.ts';

/** How long a page waits for the network if it is cached, in milliseconds. */
const patienceMs = 3000;

/** Answers a request for a file of this site. */
export async function answer(event: FetchEvent): Promise<Response> {
  const path = readPath(event.request.url) ?? '';
  const kept = await findCached(path);
  if (isFixed(path)) return kept ?? fetchAndKeep(event, path);
  if (/^sandbox(-python)?\.html$/.test(path)) return sandbox(kept ?? (await fetchAndKeep(event, path)));
  try {
    const fresh = fetchAndKeep(event, path);
    return await (kept === undefined ? fresh : Promise.race([fresh, after(patienceMs, kept)]));
  } catch (error) {
    if (kept !== undefined) return kept;
    if (event.request.mode === 'navigate') return listVisited();
    throw error;
  }
}

async function fetchAndKeep(event: FetchEvent, path: string): Promise<Response> {
  const response = await fetch(event.request);
  if (response.status === 200 && response.type === 'basic') {
    const copy = response.clone();
    event.waitUntil(openCache().then((cache) => cache.put(resolveAddress(path), copy)));
  }
  return response;
}

/**
 * Returns a frame's page with its own policy as a header too, and with the effect of the `sandbox` attribute. A frame with that
 * attribute bypasses service workers. A page without a policy gets one that lets nothing run.
 */
async function sandbox(response: Response): Promise<Response> {
  const page = await response.text();
  const [, policy = "default-src 'none'"] =
    /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(page) ?? [];
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', `${policy}; sandbox allow-scripts`);
  return new Response(page, { headers });
}

function after(ms: number, response: Response): Promise<Response> {
  return new Promise((resolve) => setTimeout(() => resolve(response), ms));
}
