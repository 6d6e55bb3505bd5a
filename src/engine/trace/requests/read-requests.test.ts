import { describe, expect, it } from 'vitest';
import { mostRequests } from './cancel-request.ts';
import { readRequests } from './read-requests.ts';
import { writeRequests } from './write-requests.ts';

describe('requests in an address', () => {
  it('are read as they were written', () => {
    const requests = [
      { task: 2, iteration: 7, after: 1 },
      { task: 13, iteration: 9, after: 0 },
    ];
    expect(writeRequests(requests)).toBe('2@7.1,13@9.0');
    expect(readRequests('2@7.1,13@9.0')).toEqual(requests);
  });

  it.each([
    '',
    '2',
    '2@7',
    '2@7.',
    '0@7.1',
    '2@0.1',
    '2@7.01',
    '-2@7.1',
    '2@7.1,',
    ',2@7.1',
    '2@7.1;3@9.0',
    '2@7.1e9',
    '9999999@7.1',
    ' 2@7.1',
    '٢@7.1',
  ])('are none in %j', (text) => {
    expect(readRequests(text)).toBeUndefined();
  });

  it('are not more than a run may get, however long the address', () => {
    const many = (count: number): string => Array.from({ length: count }, () => '999999@999999.999999').join(',');
    expect(readRequests(many(mostRequests))).toHaveLength(mostRequests);
    expect(readRequests(many(mostRequests + 1))).toBeUndefined();
    expect(readRequests('2'.repeat(1_000_000))).toBeUndefined();
  });
});
