import process from 'node:process';
import { type Works, workNames } from './work.ts';

/*
 * One measurement in a separate process: `node --expose-gc once.ts PEER WORK N` prints nanoseconds, or bytes of heap, for a unit.
 * `node once.ts PEER WORK N again` measures the same work after it has been done often, when everything is compiled.
 */
const [peer = '', name, count, mode] = process.argv.slice(2);
const nothing = new Int32Array(new SharedArrayBuffer(4));
const work = workNames.find((each) => each === name);
const n = Number(count);
const place = ['co', 'effect', 'effection'].includes(peer) ? './peers' : '.';
const { works } = (await import(`${place}/${peer}.ts`)) as { works: Works };
const perform = work === undefined ? undefined : works[work];
if (perform === undefined || !(n > 0))
  throw new Error(`Expected a peer, a work and a number, but got ${process.argv.slice(2).join(' ')}.`);
console.log(work === 'memory' ? await measureBytes() : mode === 'again' ? await measureAgain() : await measureOnce());

/**
 * Does the work as a program would: a fifth of it to warm up, then all of it, once. Most programs never reach the speed of a loop
 * that has run for a second, so compiling counts, and so does the growth of the heap.
 */
async function measureOnce(): Promise<number> {
  await perform?.(n / 5, ignore);
  const start = clock();
  await perform?.(n, ignore);
  return ((clock() - start) * 1e6) / n;
}

/**
 * Milliseconds of CPU that this thread has used, so that what else the machine does is not measured. Linux brings the figure up to date
 * when the thread stops, and otherwise only every 4 ms: so the thread sleeps for a moment first.
 */
function clock(): number {
  Atomics.wait(nothing, 0, 0, 0.01);
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Does the full work before measuring: then everything is compiled, and the heap has grown to the size that the work needs. */
async function measureAgain(): Promise<number> {
  await repeat(Math.min(n, 20_000));
  await repeat(n);
  return await repeat(n);
}

/** Does `units` repeatedly, at least three times and for long enough; returns nanoseconds for each. */
async function repeat(units: number): Promise<number> {
  const start = clock();
  for (let times = 1; ; times++) {
    await perform?.(units, ignore);
    const passed = clock() - start;
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
