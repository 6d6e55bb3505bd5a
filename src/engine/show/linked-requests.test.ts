import { describe, expect, it } from 'vitest';
import { readLinkedRequests, writeLinkedRequests } from './linked-requests.ts';

const requests = [
  { task: 2, iteration: 7, after: 1 },
  { task: 3, iteration: 9, after: 0 },
];

describe('the requests of a link to a step', () => {
  it('are read as they were written, after the step', () => {
    expect(writeLinkedRequests([])).toBe('');
    expect(writeLinkedRequests(requests)).toBe(':cancel=2@7.1,3@9.0');
    expect(readLinkedRequests('#think:12')).toEqual([]);
    expect(readLinkedRequests(`#think:12${writeLinkedRequests(requests)}`)).toEqual(requests);
  });

  it.each(['#think:12:', '#think:12:cancel=', '#think:12:cancel=2', '#think:12:run=2@7.1', '#think:12:cancel=2@7.1\n'])(
    'are damaged in %j',
    (hash) => {
      expect(readLinkedRequests(hash)).toBeUndefined();
    },
  );
});
