import type { CancelRequest } from './cancel-request.ts';

/**
 * Writes requests in the form used in addresses: `2@7.1,3@9.0` cancels task 2 after the first callback of iteration 7, and task 3
 * before iteration 9.
 */
export function writeRequests(requests: readonly CancelRequest[]): string {
  return requests.map(({ task, iteration, after }) => `${task}@${iteration}.${after}`).join(',');
}
