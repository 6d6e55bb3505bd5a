import { describe, expect, it } from 'vitest';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`pep-492-async-await/${name}`);

describe('the article on async and await says of its programs', () => {
  it('the bystander runs inside the first read and after the second', async () => {
    const { numberedLines } = await run('read-data');
    expect(numberedLines).toEqual([
      '2, 0 s: bystander of read 1',
      '4, 2 s: read_data has 2 rows',
      '4, 2 s: read_data has 2 rows',
      '5, 2 s: bystander of read 2',
    ]);
  });

  it('the two spellings resume in the same iteration, in the order of the arguments', async () => {
    const { numberedLines } = await run('two-spellings');
    expect(numberedLines.slice(0, 2)).toEqual(['4, 1 s: await has 4', '4, 1 s: yield from has 5']);
  });

  it('an await inside the addition loses 10, and one before it loses nothing', async () => {
    const { lines } = await run('switch-points');
    expect(lines).toEqual(['1 s: await inside the addition: 20', '2 s: await before the addition: 30']);
  });

  it('main suspends five times without an await, the fourth time to learn that there are no more rows', async () => {
    const { lines, steps } = await run('rows');
    expect(lines).toEqual(['1 s: open', '3 s: Ada', '5 s: Grace', '8 s: closed']);
    expect(steps.filter((step) => step.endsWith('suspends'))).toEqual([
      '1, 0 s: main suspends',
      '3, 1 s: main suspends',
      '5, 3 s: main suspends',
      '7, 5 s: main suspends',
      '9, 7 s: main suspends',
    ]);
  });

  it('nothing of the call that nobody awaited runs', async () => {
    const { lines, tasks } = await run('never-awaited');
    expect(lines).toEqual([
      '0 s: main called save for the draft',
      '0 s: saving letter',
      '1 s: saved letter',
      '1 s: main ends',
    ]);
    expect(tasks).toEqual(['main']);
  });
});
