import process from 'node:process';
import { type Works, workNames } from './work.ts';

/* One measurement in a process of its own: `node --expose-gc once.ts PEER WORK N` prints nanoseconds, or bytes of heap, for a unit. */
const [peer = '', name, count] = process.argv.slice(2);
const work = workNames.find((each) => each === name);
const n = Number(count);
const { works } = (await import(`./${peer}.ts`)) as { works: Works };
const perform = work === undefined ? undefined : works[work];
if (perform === undefined || !(n > 0))
  throw new Error(`Expected a peer, a work and a number, but got ${process.argv.slice(2).join(' ')}.`);
console.log(work === 'memory' ? await measureBytes() : await measureNanoseconds());

/** Work is repeated, for the compiler's sake before and for the clock's while it is measured. */
async function measureNanoseconds(): Promise<number> {
  await repeat(Math.min(n, 20_000));
  globalThis.gc?.();
  return await repeat(n);
}

/** Does `units` again and again for long enough; gives nanoseconds for each. */
async function repeat(units: number): Promise<number> {
  const start = performance.now();
  for (let times = 1; ; times++) {
    await perform?.(units, ignore);
    const passed = performance.now() - start;
    if (passed > 200) return (passed * 1e6) / (times * units);
  }
}

async function measureBytes(): Promise<number> {
  let bytes = NaN;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  await perform?.(n, () => {
    globalThis.gc?.();
    bytes = (process.memoryUsage().heapUsed - before) / n;
  });
  return bytes;
}

function ignore(): void {}
