import process from 'node:process';
import { works } from './scheduler-bench-work.ts';

/* One measurement in a process of its own: `node --expose-gc … WORK PEER N` prints nanoseconds, or bytes of heap, for each unit. */
const [work = '', peer = '', count = ''] = process.argv.slice(2);
const perform = works[work]?.[peer];
const n = Number(count);
if (perform === undefined || !(n > 0))
  throw new Error(`Expected a work, a peer and a number, but got ${process.argv.slice(2).join(' ')}.`);

let bytes: number | undefined;
// Warm, so that code is compiled; where memory counts there must be nothing left of before.
if (work !== 'memory') await perform(Math.min(n, 2_000), () => undefined);
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const start = performance.now();
await perform(n, () => {
  globalThis.gc?.();
  bytes = (process.memoryUsage().heapUsed - before) / n;
});
const nanoseconds = ((performance.now() - start) * 1e6) / n;
console.log(bytes ?? nanoseconds);
