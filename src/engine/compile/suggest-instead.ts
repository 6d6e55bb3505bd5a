/** What shows the same idea as a package that programs cannot import, by its name or the first part of it. */
const packages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'timers/promises': 'await sleep(seconds) waits, in virtual time.',
    timers: 'await sleep(seconds) waits, and getRunningLoop().callLater(seconds, callback) calls later.',
    fs: 'There are no files here: put what they hold into the program.',
    child_process: 'There are no other processes here: a task stands in for one.',
    worker_threads:
      'There are no threads here: a task stands in for one, and block(seconds) for work that holds the loop.',
    events: 'Event, Condition and Queue tell other tasks that something has happened.',
    stream: 'An async generator shows the same: async function* with for await.',
    readline: 'There is no input here: put what would be typed into the program.',
    process: 'Values that come from outside are written into the program, and it ends when main returns.',
    path: 'There are no files here: join the parts of a name with a template, `${folder}/${file}`.',
    os: 'A program here knows nothing of its machine: write the values into the program.',
    util: 'Awaitables here are coroutines: write an async function instead of promisify, and console.log instead of inspect.',
    buffer: 'Uint8Array holds bytes, and is part of the language.',
    assert: 'console.assert(condition, text) says what is not true.',
    test: 'Call the function yourself. console.assert(condition, text) says what is not true.',
    vitest: 'Call the function yourself. console.assert(condition, text) says what is not true.',
    '@jest/globals': 'Call the function yourself. console.assert(condition, text) says what is not true.',
    perf_hooks: 'performance.now() is here without an import.',
    async_hooks: 'ContextVar shows the same.',
    crypto: 'Math.random() gives numbers from 0 to 1.',
    'p-limit': 'Semaphore shows the same.',
    'p-queue': 'Queue and Semaphore show the same.',
    'p-map': 'gather and Semaphore show the same.',
    'p-timeout': 'timeout and waitFor show the same.',
    'p-retry': 'A loop with try, catch and await sleep(seconds) shows the same.',
    'async-mutex': 'Lock and Semaphore show the same.',
    async: 'gather, Queue and Semaphore show the same.',
    rxjs: 'An async generator shows the same: async function* with for await.',
    effect: 'gather, TaskGroup and timeout show the same.',
    effection: 'TaskGroup shows the same.',
  }),
);

const network =
  /^(axios|node-fetch|undici|got|ky|superagent|request|ws|socket\.io.*|http|https|http2|net|dgram|tls|dns|pg|mysql2?|mongodb|redis|ioredis|express|fastify|koa)$/;

/** Returns what a program can do instead of importing that module, as a sentence; empty if nothing is known. */
export function suggestInstead(specifier: string): string {
  const name = specifier.replace(/^node:/, '');
  const base = name.startsWith('@') ? name : (name.split('/')[0] ?? '');
  if (network.test(base))
    return 'There is no network here: write a function that stands in for it, with await sleep(0.2).';
  return packages.get(name) ?? packages.get(base) ?? '';
}
