import { expect, it } from 'vitest';
import { block, getRunningLoop, run, sleep, type Coroutine, type ObserverRecord } from '../index.ts';

it('block advances the time for everyone, and what is due meanwhile comes late', () => {
  const log: string[] = [];
  const records: ObserverRecord[] = [];
  const main = function* (): Coroutine<void> {
    const loop = getRunningLoop();
    loop.callLater(2, () => log.push(`beat at ${loop.time()}`));
    block(3.5);
    log.push(`blocked until ${loop.time()}`);
    yield* sleep(1);
    log.push(`main at ${loop.time()}`);
  };
  run(main(), { observer: (record) => records.push(record) });
  expect(log).toEqual(['blocked until 3.5', 'beat at 3.5', 'main at 4.5']);
  const step = records.find(({ kind }) => kind === 'step-begins');
  expect(records.find(({ kind }) => kind === 'clock-jumped')).toMatchObject({
    from: 0,
    time: 3.5,
    task: 1,
    cause: step?.seq,
  });
});
