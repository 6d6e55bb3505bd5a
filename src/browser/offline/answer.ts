import { isFixed } from '../../engine/page/build-files.ts';
import { listVisited } from './list-visited.ts';
import { addressOf, findKept, openCache, pathOf } from './site-cache.ts';
import type { FetchEvent } from './worker-events.ts';

/** How long a page waits for the network where it is kept. */
const patienceMs = 3000;

/** Answers a request for something of this site. */
export async function answer(event: FetchEvent): Promise<Response> {
  const path = pathOf(event.request.url) ?? '';
  const kept = await findKept(path);
  if (isFixed(path)) return kept ?? fetchAndKeep(event, path);
  if (/^sandbox(-python)?\.html$/.test(path)) return sandboxed(kept ?? (await fetchAndKeep(event, path)));
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
    event.waitUntil(openCache().then((cache) => cache.put(addressOf(path), copy)));
  }
  return response;
}

/** A frame's page with the header that does what the attribute `sandbox` would, which goes past service workers. */
function sandboxed({ body, headers }: Response): Response {
  const more = new Headers(headers);
  more.set('content-security-policy', 'sandbox allow-scripts');
  return new Response(body, { headers: more });
}

function after(ms: number, response: Response): Promise<Response> {
  return new Promise((resolve) => setTimeout(() => resolve(response), ms));
}
