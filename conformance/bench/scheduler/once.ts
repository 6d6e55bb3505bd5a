import process from 'node:process';
import { type Works, workNames } from './work.ts';

/* One measurement in a process of its own: `node --expose-gc once.ts PEER WORK N` prints nanoseconds, or bytes of heap, for a unit. */
const [peer = '', name, count] = process.argv.slice(2);
const work = workNames.find((each) => each === name);
const n = Number(count);
const place = ['co', 'effect', 'effection'].includes(peer) ? './peers' : '.';
const { works } = (await import(`${place}/${peer}.ts`)) as { works: Works };
const perform = work === undefined ? undefined : works[work];
if (perform === undefined || !(n > 0))
  throw new Error(`Expected a peer, a work and a number, but got ${process.argv.slice(2).join(' ')}.`);
console.log(work === 'memory' ? await measureBytes() : await measureNanoseconds());

/**
 * Work is done in full before it is measured: the compiler has compiled then, and the heap has grown to what the work needs. What that
 * growth costs would weigh the more on a peer the less often it repeats its work within the time.
 */
async function measureNanoseconds(): Promise<number> {
  await repeat(Math.min(n, 20_000));
  await repeat(n);
  return await repeat(n);
}

/** Does `units` again and again, at least three times and for long enough; gives nanoseconds for each. */
async function repeat(units: number): Promise<number> {
  const start = performance.now();
  for (let times = 1; ; times++) {
    await perform?.(units, ignore);
    const passed = performance.now() - start;
    if (times >= 3 && passed > 200) return (passed * 1e6) / (times * units);
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
