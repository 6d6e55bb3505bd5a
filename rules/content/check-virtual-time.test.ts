import { describe, expect, it } from 'vitest';
import type { DemoPair, DemoHalf } from '../../src/build/demos/find-pairs.ts';
import { checkVirtualTime } from './check-virtual-time.ts';
import { formatFinding } from './finding.ts';

function find(typescript: string, python: string): readonly string[] {
  const half = (file: string, source: string): DemoHalf =>
    ({ file, source, fileLines: source.split('\n').map((_, index) => index + 3) }) as unknown as DemoHalf;
  const pair = { typescript: half('a.ts', typescript), python: half('a.py', python) } as unknown as DemoPair;
  return checkVirtualTime([pair]).map(formatFinding);
}

describe('checkVirtualTime', () => {
  it.each([
    ['setTimeout(() => {}, 10);', 'setTimeout', 'sleep(seconds), or callLater of the running loop'],
    ['await new Promise((resolve) => {});', 'new Promise', 'new Future() of "@yieldpoint/scheduler"'],
    ['await Promise.all([a(), b()]);', 'Promise.all', 'gather, wait or waitFor of "@yieldpoint/scheduler"'],
    ["await fetch('x');", 'fetch', 'an async function that sleeps and returns what the answer would be'],
    ['console.log(Math.random());', 'Math.random', 'values that the program lists, so that each run is the same'],
    ['console.log(Date.now());', 'Date.now', 'the time of the loop: getRunningLoop().time()'],
    ['console.log(new Date());', 'new Date', 'the time of the loop: getRunningLoop().time()'],
  ])('says what to use instead of %s', (line, got, use) => {
    expect(find(`const a = 1;\n${line}\n`, '')).toEqual([
      `a.ts:4: Expected a program whose time and chance are the run's own, but got ${got}. Use ${use}.`,
    ]);
  });

  it.each([
    ['print(time.time())', 'time.time', 'the time of the loop: asyncio.get_running_loop().time()'],
    ['start = time.perf_counter()', 'time.perf_counter', 'the time of the loop: asyncio.get_running_loop().time()'],
    ['now = datetime.now()', 'datetime.now', 'the time of the loop: asyncio.get_running_loop().time()'],
    ['print(random.random())', 'random.random', 'random.seed(1) before it, or values that the program lists'],
    ['from random import choice', 'from random import', 'random.seed(1) before it, or values that the program lists'],
  ])('says what to use instead of %s', (line, got, use) => {
    expect(find('', `a = 1\n${line}\n`)).toEqual([
      `a.py:4: Expected a program whose time and chance are the run's own, but got ${got}. Use ${use}.`,
    ]);
  });

  it('accepts types, texts, comments, sleeping and a seeded choice', () => {
    const typescript =
      "// setTimeout()\nasync function f(): Promise<number> { await sleep(1); return 1; }\nfunction* fetch() {}\nfetch();\nconsole.log('fetch()', new Date(0));\n";
    const python =
      '"""time.time()"""\nrandom.seed(1)\nprint(random.random(), "random.random()")  # time.time()\ntime.sleep(1)\n';
    expect(find(typescript, python)).toEqual([]);
  });
});
