import type { CancelRequest } from '../trace/requests/cancel-request.ts';
import { readRequests } from '../trace/requests/read-requests.ts';
import { writeRequests } from '../trace/requests/write-requests.ts';

/** The part after the step in `#think:12:cancel=2@7.1`; empty for a run without requests. */
export function writeLinkedRequests(requests: readonly CancelRequest[]): string {
  return requests.length === 0 ? '' : `:cancel=${writeRequests(requests)}`;
}

/**
 * Returns the requests in a fragment such as `#think:12:cancel=2@7.1`, none if it names only a step; undefined if it is damaged.
 */
export function readLinkedRequests(hash: string): readonly CancelRequest[] | undefined {
  const rest = /^#[^:]+:\d{1,6}(.*)$/s.exec(hash)?.[1] ?? '';
  if (rest === '') return [];
  return rest.startsWith(':cancel=') ? readRequests(rest.slice(':cancel='.length)) : undefined;
}
