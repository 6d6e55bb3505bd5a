import { type CancelRequest, mostRequests } from './cancel-request.ts';

/**
 * Reads what `writeRequests` has written; undefined for anything else, for a moment before the first iteration, and for more
 * requests than a run may get. Only the run can show whether it has such a task and reaches that moment.
 */
export function readRequests(text: string): readonly CancelRequest[] | undefined {
  const parts = text.length > longest ? [] : text.split(',');
  if (parts.length > mostRequests) return undefined;
  const requests = parts.flatMap((part): CancelRequest[] => {
    const [, task, iteration, after] = /^([1-9]\d{0,5})@([1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/.exec(part) ?? [];
    return task === undefined ? [] : [{ task: Number(task), iteration: Number(iteration), after: Number(after) }];
  });
  return requests.length > 0 && requests.length === parts.length ? requests : undefined;
}

/** Characters of the longest text with that many requests. */
const longest = mostRequests * '999999@999999.999999,'.length;
